import { createHash } from 'node:crypto';
import { z } from 'zod';
import { DOCUMENT_KINDS, type ParsedDocument } from '#shared/contract/documents.ts';
import { ERRORS, type ErrorCode, PlumblineError } from '#shared/errors.ts';
import { DOCUMENT_LIMITS, PARSER_PATIENCE, type ParserPatience } from './limits.ts';
import type { ParserEnd, ParserProcess, StartParser } from './parser.ts';
import type { ParseRequest } from './wire.ts';

/**
 * Has a document parsed in a process that may do nothing else. Law: one process per document, killed when it is done, too
 * slow or too talkative; what it says is checked like anything from outside; size and hash are taken here, of the bytes.
 */
export async function parseDocument(
  start: StartParser,
  request: ParseRequest,
  { patience = PARSER_PATIENCE, signal }: ParseOptions = {},
): Promise<ParsedDocument> {
  if (signal?.aborted) throw new PlumblineError('CANCELLED');
  const child = start();
  try {
    const parsed = await answerOf(child, request, { patience, ...(signal && { signal }) });
    return {
      ...parsed,
      name: request.name,
      sha256: createHash('sha256').update(request.bytes).digest('hex'),
      size: request.bytes.length,
    };
  } finally {
    child.kill();
  }
}

export interface ParseOptions {
  readonly patience?: ParserPatience;
  readonly signal?: AbortSignal;
}

const described = z.string().max(1_000).nullable();
const lineSchema = z.union([
  z.strictObject({ progress: z.literal(true) }),
  z.strictObject({
    parsed: z.strictObject({
      kind: z.enum(DOCUMENT_KINDS),
      text: z.string().min(1).max(DOCUMENT_LIMITS.characters),
      title: described,
      publisher: described,
      author: described,
      url: described,
      published: z
        .string()
        .regex(/^\d{4}-\d{2}-\d{2}$/)
        .nullable(),
    }),
  }),
  z.strictObject({
    refused: z.strictObject({
      code: z
        .string()
        .refine((code): code is ErrorCode => code.startsWith('DOCUMENT_') && Object.hasOwn(ERRORS, code)),
      details: z.array(z.string().max(500)).max(10),
    }),
  }),
]);
type Parsed = Extract<z.infer<typeof lineSchema>, { parsed: unknown }>['parsed'];

interface Waiting {
  readonly patience: ParserPatience;
  readonly signal?: AbortSignal;
}

function answerOf(
  child: ParserProcess,
  request: ParseRequest,
  { patience, signal }: Waiting,
): Promise<Parsed> {
  return new Promise((resolve, reject) => {
    const settle = (by: () => void): void => {
      clearTimeout(wall);
      clearTimeout(still);
      signal?.removeEventListener('abort', cancel);
      by();
    };
    const refuse = (error: PlumblineError): void => settle(() => reject(error));
    const cancel = (): void => refuse(new PlumblineError('CANCELLED'));
    const wall = setTimeout(() => refuse(tooSlow(patience.wall, 'in all')), patience.wall);
    const still = setTimeout(() => refuse(tooSlow(patience.still, 'without coming further')), patience.still);

    child.onLine((text) => {
      still.refresh();
      const line = lineFrom(text);
      if (line === null) refuse(new PlumblineError('DOCUMENT_UNREADABLE'));
      else if ('parsed' in line) settle(() => resolve(line.parsed));
      else if ('refused' in line) refuse(new PlumblineError(line.refused.code, line.refused.details));
    });
    child.onExit((end) => refuse(endedError(end)));
    signal?.addEventListener('abort', cancel, { once: true });
    child.send(request);
  });
}

function lineFrom(text: string): z.infer<typeof lineSchema> | null {
  try {
    return lineSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function tooSlow(milliseconds: number, how: string): PlumblineError {
  return new PlumblineError('DOCUMENT_TIMEOUT', [
    `Reading was stopped after ${milliseconds / 1_000} seconds ${how}; that is the limit.`,
  ]);
}

function endedError(end: ParserEnd): PlumblineError {
  return end === 'out-of-memory'
    ? new PlumblineError('DOCUMENT_TOO_BIG', [
        `Reading it takes more memory than the limit of ${DOCUMENT_LIMITS.memory.toLocaleString('en')} megabytes.`,
      ])
    : new PlumblineError('DOCUMENT_UNREADABLE', ['The process that reads documents stopped at it.']);
}
