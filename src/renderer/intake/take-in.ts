import { notifications } from '@mantine/notifications';
import { noteTakenIn } from '#renderer/app/asking.ts';
import { explained, sentenceOf } from '#renderer/app/failure.tsx';
import { startQuietJob, tellFailure } from '#renderer/app/jobs.tsx';
import { isAddressPast } from '#renderer/app/past.ts';
import { openReaderAt } from '#renderer/app/reader-place.ts';
import { sendDocument } from '#renderer/client.ts';
import type { Taken } from '#shared/contract/documents.ts';
import { PlumblineError } from '#shared/errors.ts';
import { askEncoding, askWhichSource } from './questions.ts';

/** A document on its way in: a file as it was dropped or chosen, or words as they were pasted. */
export interface Incoming {
  readonly name: string;
  readonly body: Blob;
  readonly isPasted: boolean;
}

export function incomingFile(file: File): Incoming {
  return { name: file.name, body: file, isPasted: false };
}

export function incomingText(text: string): Incoming {
  return { name: 'Pasted text', body: new Blob([text], { type: 'text/plain' }), isPasted: true };
}

/**
 * Takes documents in, one after the other, and opens the reader on the first. Law: what is refused says which limit it
 * broke and what to do, and never keeps the others out.
 */
export async function takeIn(documents: readonly Incoming[]): Promise<void> {
  if (isAddressPast()) {
    tellFailure('Take in a document', new PlumblineError('PAST_IS_FIXED'));
    return;
  }
  let isFirst = true;
  for (const document of documents) {
    const taken = await takeOne(document);
    if (taken === null || taken.sourceId === null) continue;
    if (isFirst) openReaderAt(taken.sourceId);
    tellTaken(document, taken);
    isFirst = false;
  }
}

/** Null where it was refused, stopped, or the analyst left a question open. */
async function takeOne(document: Incoming): Promise<Taken | null> {
  try {
    const taken = await sentWithAnswers(document);
    if (taken?.outcome === 'taken') noteTakenIn();
    return taken;
  } catch (error) {
    tellRefused(document, error);
    return null;
  }
}

interface Answers {
  readonly encoding?: string;
  readonly as?: string;
}

async function sentWithAnswers(document: Incoming, answers: Answers = {}): Promise<Taken | null> {
  try {
    const taken = await send(document, answers);
    if (taken.outcome !== 'asks') return taken;
    const as = await askWhichSource(document.name, taken);
    return as === null ? null : await sentWithAnswers(document, { ...answers, as });
  } catch (error) {
    if (!isUnreadEncoding(error) || answers.encoding !== undefined) throw error;
    const encoding = await askEncoding(document);
    return encoding === null ? null : await sentWithAnswers(document, { ...answers, encoding });
  }
}

function isUnreadEncoding(error: unknown): boolean {
  return error instanceof PlumblineError && error.code === 'DOCUMENT_ENCODING';
}

function send(document: Incoming, answers: Answers): Promise<Taken> {
  return startQuietJob(`Reading ${document.name}`, (signal) =>
    sendDocument({ ...document, ...answers }, signal),
  );
}

function tellTaken({ name }: Incoming, { outcome, title, sourceId }: Taken): void {
  if (outcome === 'held')
    notifications.show({
      title: 'On file already',
      message: `“${title}” is in the ledger; it is opened where it stands, and nothing was written.`,
    });
  else if (sourceId !== null)
    notifications.show({
      color: 'green',
      title: `Taken in: ${title}`,
      message: `From ${name}. Undo takes it back.`,
    });
}

/** Refusals stay until they are read: they name a limit. */
function tellRefused({ name }: Incoming, thrown: unknown): void {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  if (error instanceof PlumblineError && error.code === 'CANCELLED') {
    tellFailure(name, error);
    return;
  }
  const { message, action } = explained(error);
  const details = sentenceOf(error);
  notifications.show({
    title: `${name} was not taken in`,
    message: `${message}${details === message ? '' : ` ${details}`} ${action}`,
    color: 'red',
    autoClose: false,
  });
}
