import type { contract } from '#shared/contract/contract.ts';
import type { Taken } from '#shared/contract/documents.ts';
import type { Ticket } from '#shared/contract/ledger.ts';
import type { OutputOf, Procedure, ProgressLine, RequestOf } from '#shared/contract/procedure.ts';
import { type ErrorReport, errorFrom, PlumblineError } from '#shared/errors.ts';
import { callHeaders, loseSession } from './session.ts';

/** The one way to the host: typed by the contract, errors as PlumblineError, nothing cached. */
type Api = typeof contract;
export type TopicName = keyof Api;

type NamesOf<T extends TopicName, K> = {
  [N in keyof Api[T]]: Api[T][N] extends Procedure<infer Kind> ? (Kind extends K ? N : never) : never;
}[keyof Api[T]] &
  string;

export type QueryName<T extends TopicName> = NamesOf<T, 'query'>;
export type CommandName<T extends TopicName> = NamesOf<T, 'command'>;
type CallName<T extends TopicName> = NamesOf<T, 'query' | 'command'>;
type JobName<T extends TopicName> = NamesOf<T, 'job'>;

type Asked<T extends TopicName, N> = N extends keyof Api[T] ? RequestOf<Api[T][N]> : never;
type Told<T extends TopicName, N> = N extends keyof Api[T] ? OutputOf<Api[T][N]> : never;

export type { Asked, Told };

type Answer<O> = { readonly ok: O } | { readonly error: ErrorReport };
type JobLine<O> = ProgressLine | Answer<O>;

export interface JobOptions {
  readonly onProgress?: (fraction: number, label: string) => void;
  readonly signal?: AbortSignal;
}

/** Asks a query or gives a command. Throws PlumblineError with what the host says. */
export async function call<T extends TopicName, N extends CallName<T>>(
  topic: T,
  name: N,
  input: Asked<T, N>,
  signal?: AbortSignal,
): Promise<Told<T, N>> {
  return (await answerOf(topic, name, input, signal)) as Told<T, N>;
}

/** The same for code that is itself typed by the contract and passes the names on. */
export async function answerOf(
  topic: string,
  name: string,
  input: unknown,
  signal?: AbortSignal,
): Promise<unknown> {
  const response = await post(`/api/${topic}/${name}`, input, signal);
  return resultOf((await response.json()) as Answer<unknown>);
}

/** Runs a long job to its end; aborting `signal` cancels it and throws CANCELLED. */
export async function runJob<T extends TopicName, N extends JobName<T>>(
  topic: T,
  name: N,
  input: Asked<T, N>,
  { onProgress, signal }: JobOptions = {},
): Promise<Told<T, N>> {
  try {
    const response = await post(`/api/${topic}/${name}`, input, signal);
    for await (const line of linesOf(response)) {
      const parsed = JSON.parse(line) as JobLine<Told<T, N>>;
      if (!('progress' in parsed)) return resultOf(parsed);
      onProgress?.(parsed.progress.fraction, parsed.progress.label);
    }
  } catch (error) {
    if (signal?.aborted) throw new PlumblineError('CANCELLED', [], { cause: error });
    throw error;
  }
  throw new PlumblineError('INTERNAL', ['The job ended without a result.']);
}

/** Fetches a file that a job made and hands it to the browser to save. The ticket works once. */
export async function download(ticket: Ticket): Promise<void> {
  const response = await post(`/download/${ticket.ticket}`, {});
  if (!response.ok) resultOf((await response.json()) as Answer<never>);
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = ticket.fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

interface SentDocument {
  readonly name: string;
  readonly body: Blob;
  readonly isPasted: boolean;
  /** How its bytes are read, where the analyst was asked. */
  readonly encoding?: string;
  /** `new`, or the source that it is the text of, where the analyst was asked. */
  readonly as?: string;
}

/** Gives a document to the host, which reads it apart from everything else. Throws DOCUMENT_* where it is refused. */
export async function sendDocument(
  { name, body, isPasted, encoding, as }: SentDocument,
  signal?: AbortSignal,
): Promise<Taken> {
  const asked = new URLSearchParams({
    name,
    ...(encoding === undefined ? {} : { encoding }),
    ...(as === undefined ? {} : { as }),
  });
  const type = isPasted ? 'text/plain' : 'application/octet-stream';
  try {
    const headers = { ...callHeaders(), 'Content-Type': type };
    const response = await request(`/documents?${asked}`, { headers, body, ...(signal ? { signal } : {}) });
    return resultOf((await response.json()) as Answer<Taken>);
  } catch (error) {
    if (signal?.aborted) throw new PlumblineError('CANCELLED', [], { cause: error });
    throw error;
  }
}

async function post(path: string, input: unknown, signal?: AbortSignal): Promise<Response> {
  return request(path, {
    headers: callHeaders(),
    body: JSON.stringify(input),
    ...(signal === undefined ? {} : { signal }),
  });
}

async function request(path: string, parts: Omit<RequestInit, 'method'>): Promise<Response> {
  const response = await reach(path, { ...parts, method: 'POST' });
  if (response.status !== 401) return response;
  loseSession();
  throw new PlumblineError('SESSION_EXPIRED');
}

/** A host that does not answer at all has ended: nothing else makes a loopback request fail. */
async function reach(path: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(path, request);
  } catch (error) {
    if (request.signal?.aborted) throw error;
    loseSession();
    throw new PlumblineError('SESSION_EXPIRED', [], { cause: error });
  }
}

function resultOf<O>(answer: Answer<O>): O {
  if ('error' in answer) throw errorFrom(answer.error);
  return answer.ok;
}

async function* linesOf(response: Response): AsyncGenerator<string> {
  if (response.body === null) return;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value: chunk } = await reader.read();
    if (done) break;
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines.filter((line) => line.trim() !== '');
  }
  if (rest.trim() !== '') yield rest;
}
