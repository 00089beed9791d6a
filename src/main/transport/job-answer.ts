import { type ErrorReport, PlumblineError } from '#shared/errors.ts';
import { streamAnswer } from './answers.ts';
import type { Call } from './connection.ts';
import type { Relay } from './relay.ts';

/**
 * A job's answer as newline-delimited JSON: progress lines while it runs, then one result or error line. When the window
 * stops reading or aborts, the job is cancelled.
 */
export function jobAnswer(relay: Relay, call: Call, report: (thrown: unknown) => ErrorReport): Response {
  const stop = new AbortController();
  const signal = call.signal === undefined ? stop.signal : AbortSignal.any([call.signal, stop.signal]);
  const encoder = new TextEncoder();

  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async start(stream) {
      const write = (line: string): void => stream.enqueue(encoder.encode(`${line}\n`));
      const progress = (fraction: number, label: string): void => {
        if (!signal.aborted) write(JSON.stringify({ progress: { fraction, label } }));
      };
      const line = await lineOf(relay.call({ ...call, signal, progress }), report);
      if (stop.signal.aborted) return;
      write(line);
      stream.close();
    },
    cancel: () => stop.abort(new PlumblineError('CANCELLED')),
  });
  return streamAnswer(body, 'application/x-ndjson');
}

function lineOf(answer: Promise<string>, report: (thrown: unknown) => ErrorReport): Promise<string> {
  return answer.then(
    (json) => `{"ok":${json}}`,
    (thrown: unknown) => JSON.stringify({ error: report(thrown) }),
  );
}
