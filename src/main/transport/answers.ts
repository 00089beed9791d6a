import { ERRORS, type ErrorCode, type ErrorReport, PlumblineError, reportOf } from '#shared/errors.ts';
import { newNonce, securityHeaders } from './headers.ts';

/** Why a request goes no further: what the window is told, under which status. */
export interface Refusal {
  readonly status: number;
  readonly code: ErrorCode;
  readonly details: readonly string[];
}

export function refusal(status: number, code: ErrorCode, ...details: readonly string[]): Refusal {
  return { status, code, details };
}

export function refusalAnswer({ status, code, details }: Refusal): Response {
  return errorAnswer(reportOf(new PlumblineError(code, details)), status);
}

/** `{"error": …}`; the status is that of the error table unless another is given. */
export function errorAnswer(report: ErrorReport, status: number = ERRORS[report.code].status): Response {
  return jsonAnswer(JSON.stringify({ error: report }), status);
}

/** `json` is finished JSON text. */
export function jsonAnswer(
  json: string,
  status = 200,
  more: Readonly<Record<string, string>> = {},
): Response {
  return bytesAnswer(new TextEncoder().encode(json), 'application/json', { status, more });
}

export function bytesAnswer(
  bytes: Uint8Array<ArrayBuffer>,
  type: string,
  {
    status = 200,
    nonce = newNonce(),
    more = {},
  }: {
    readonly status?: number;
    readonly nonce?: string;
    readonly more?: Readonly<Record<string, string>>;
  } = {},
): Response {
  const headers = {
    ...securityHeaders(nonce),
    'Content-Type': type,
    'Content-Length': String(bytes.length),
    ...more,
  };
  return new Response(bytes, { status, headers });
}

export function streamAnswer(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  type: string,
  more: Readonly<Record<string, string>> = {},
): Response {
  return new Response(body, {
    status: 200,
    headers: { ...securityHeaders(newNonce()), 'Content-Type': type, ...more },
  });
}
