import { type Refusal, refusal } from './answers.ts';

/** SECURITY R54: what one request may carry. */
const MAX_BODY_BYTES = 1_048_576;

const TOO_BIG = refusal(413, 'REQUEST_INVALID', 'A request may carry one megabyte at most.');
const NOT_JSON = refusal(400, 'REQUEST_INVALID', 'The body is not JSON.');

/** The JSON of a request, counted while it arrives: a body over the limit is never held. */
export async function readJson(
  request: Request,
): Promise<{ readonly input: unknown } | { readonly refusal: Refusal }> {
  const declared = Number(request.headers.get('content-length') ?? '0');
  if (declared > MAX_BODY_BYTES) return { refusal: TOO_BIG };
  const text = await readText(request.body);
  if (text === null) return { refusal: TOO_BIG };
  try {
    return { input: JSON.parse(text) };
  } catch {
    return { refusal: NOT_JSON };
  }
}

async function readText(body: ReadableStream<Uint8Array> | null): Promise<string | null> {
  if (body === null) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
