import { HIGH_CONFIDENCE } from '#core/extract/confidence.ts';
import { CANDIDATE_CLASSES, type CandidateClass } from '#core/reading/candidate.ts';
import { commandContext } from '#main/api/context.ts';
import { type AcceptedEntry, acceptHigh } from '#main/api/documents/accept-high.ts';
import { previewDocument } from '#main/api/documents/preview.ts';
import { takeDocument } from '#main/api/documents/take.ts';
import { parseDocument } from '#main/intake/documents/document-parser.ts';
import { startNodeParser } from '#main/intake/documents/node-parser.ts';
import { readDocumentFile } from '#main/intake/documents/read-document-file.ts';
import { findAppRoot } from '#main/transport/app-root.ts';
import type { ParsedDocument, Taken } from '#shared/contract/documents.ts';
import { PlumblineError } from '#shared/errors.ts';
import { encodingNamed } from './extract.ts';
import { type LedgerClient, withLedger } from './session.ts';
import type { Terminal } from './terminal.ts';

export interface DocumentOptions {
  readonly accept?: string;
  readonly encoding?: string;
  readonly dryRun?: boolean;
  readonly asNew?: boolean;
  readonly newer?: boolean;
}

interface ReadFile {
  readonly file: string;
  readonly document: ParsedDocument;
  readonly bytes: Uint8Array;
}

/** A candidate as it is printed. */
interface Proposed {
  readonly key: string;
  readonly class: CandidateClass;
  readonly line: string;
  readonly confidence: number;
  readonly state: string;
}

interface Imported extends Omit<Taken, 'alike'> {
  readonly file: string;
  readonly alike: Taken['alike'];
  readonly candidates: readonly Proposed[];
  readonly accepted: readonly Omit<AcceptedEntry, 'seq'>[];
  /** Candidates that nobody has decided on. */
  readonly left: number;
  readonly setAside: number;
}

/**
 * Takes documents in, each in a change of its own, and prints what they propose. All are read before the first is taken in,
 * so that a file which cannot be read leaves none. Exit code 1 where another text of a document is on file and the options do
 * not say what to make of it.
 */
export async function importDocuments(
  path: string,
  files: readonly string[],
  options: DocumentOptions,
  terminal: Terminal,
): Promise<number> {
  const takesHigh = isHigh(options.accept);
  const encoding = encodingNamed(options.encoding);
  const isDry = options.dryRun === true;
  const { documentProcess } = findAppRoot();
  const imported = await withLedger({ path, access: isDry ? 'read' : 'write', terminal }, async (client) => {
    const read: ReadFile[] = [];
    for (const file of files) {
      terminal.progress(read.length / files.length, file);
      const { name, bytes } = await readDocumentFile(file);
      const request = { name, bytes, isPasted: false, encoding };
      const document = await parseDocument(() => startNodeParser(documentProcess), request, {
        signal: client.signal,
      });
      read.push({ file, document, bytes });
    }
    const done: Imported[] = [];
    for (const one of read)
      done.push(isDry ? preview(client, one, options) : await take(client, one, options, takesHigh));
    return done;
  });
  for (const one of imported) say(terminal, one, isDry);
  terminal.document({ ledger: path, dryRun: isDry, files: imported });
  return imported.some(({ outcome }) => outcome === 'asks') ? 1 : 0;
}

/** Throws USAGE. */
function isHigh(level: string | undefined): boolean {
  if (level === undefined) return false;
  if (level !== 'high') throw new PlumblineError('USAGE', ['--accept takes only: high.']);
  return true;
}

async function take(
  client: LedgerClient,
  { file, document, bytes }: ReadFile,
  options: DocumentOptions,
  takesHigh: boolean,
): Promise<Imported> {
  const { ledger, today } = commandContext(client.context);
  const asked = takeDocument(ledger, { document, bytes, as: options.asNew === true ? 'new' : null });
  const [only, ...others] = asked.alike;
  const isNewer = options.newer === true && only !== undefined && others.length === 0;
  const taken = isNewer ? takeDocument(ledger, { document, bytes, as: only.id }) : asked;
  if (taken.sourceId === null) return { file, ...taken, candidates: [], accepted: [], left: 0, setAside: 0 };
  const { sourceId } = taken;
  const accepted = takesHigh ? acceptHigh(ledger, sourceId, { asOf: today, knownAt: null }) : [];
  const { candidates, setAside } = await client.call('documents', 'open', { sourceId });
  const proposed = candidates.map(({ key, class: kind, line, confidence, state }) => ({
    key,
    class: kind,
    line,
    confidence,
    state,
  }));
  return {
    file,
    ...taken,
    candidates: proposed,
    accepted: accepted.map(({ key, line, entryIds }) => ({ key, line, entryIds })),
    left: proposed.filter(({ state }) => state === 'unread').length,
    setAside: setAside.length,
  };
}

function preview(
  { context }: LedgerClient,
  { file, document, bytes }: ReadFile,
  { asNew, accept }: DocumentOptions,
): Imported {
  const order = { document, bytes, as: asNew === true ? ('new' as const) : null };
  const { taken, candidates, ready, setAside } = previewDocument(
    context.session.ledger,
    order,
    context.today,
  );
  const accepted = accept === undefined ? [] : ready.map(({ key, line }) => ({ key, line, entryIds: [] }));
  return { file, ...taken, candidates, accepted, left: candidates.length - accepted.length, setAside };
}

function say(terminal: Terminal, one: Imported, isDry: boolean): void {
  terminal.say(`${one.file}: ${outcomeWords(one, isDry)}`);
  if (one.outcome === 'asks') {
    for (const { title, publisher, hasText } of one.alike)
      terminal.say(
        `  On file${hasText ? '' : ' without a text'}: “${title}”${publisher === null ? '' : `, ${publisher}`}`,
      );
    terminal.say('  --newer takes this as its newer text, --as-new as a document of its own.');
    return;
  }
  terminal.say(
    `  Proposed: ${countsOf(one.candidates)}; ${one.setAside} ${one.setAside === 1 ? 'passage' : 'passages'} set aside.`,
  );
  for (const { line, confidence, state } of one.candidates)
    terminal.say(`    ${confidence.toFixed(2)}  ${state === 'unread' ? '' : `(${state}) `}${line}`);
  if (one.accepted.length > 0)
    terminal.say(
      `  ${isDry ? 'Would be accepted' : 'Accepted'} at ${HIGH_CONFIDENCE} or above: ${one.accepted.length}.`,
    );
  terminal.say(`  Left for reading: ${one.left}.`);
}

function outcomeWords({ outcome, title, seq }: Imported, isDry: boolean): string {
  if (outcome === 'held') return `held already as “${title}”; nothing was written.`;
  if (outcome === 'asks') return `another text of “${title}” is on file; nothing was written.`;
  return isDry
    ? `could be taken in as “${title}”. Nothing was changed.`
    : `taken in as “${title}” (change ${seq ?? ''}).`;
}

const PLURALS: Readonly<Record<CandidateClass, readonly [string, string]>> = {
  deal: ['deal', 'deals'],
  figure: ['figure', 'figures'],
  quote: ['quote', 'quotes'],
  reaction: ['market reaction', 'market reactions'],
  'key-date': ['key date', 'key dates'],
};

function countsOf(candidates: readonly Proposed[]): string {
  return CANDIDATE_CLASSES.map((one) => {
    const count = candidates.filter((candidate) => candidate.class === one).length;
    return `${count} ${PLURALS[one][count === 1 ? 0 : 1]}`;
  }).join(', ');
}
