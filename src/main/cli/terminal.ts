import { once } from 'node:events';
import { ERRORS, type PlumblineError, reportOf } from '#shared/errors.ts';

/**
 * What a command says and where. Law: with --json exactly one JSON document goes to standard output; progress and
 * sentences go to standard error, so that a script can always parse the former.
 */
export interface Terminal {
  readonly isJson: boolean;
  /** Plain lines on standard output, dropped under --json. */
  readonly say: (line: string) => void;
  /** The one document of --json, dropped otherwise. */
  readonly document: (content: unknown) => void;
  /** The same document in parts, each written before the next is made; dropped without --json. */
  readonly stream: (parts: AsyncIterable<string>) => Promise<void>;
  /** Messages on standard error, always. */
  readonly note: (line: string) => void;
  readonly progress: (fraction: number, label: string) => void;
}

export function openTerminal(isJson: boolean): Terminal {
  const isWatched = process.stderr.isTTY === true;
  return {
    isJson,
    say: (line) => {
      if (!isJson) process.stdout.write(`${line}\n`);
    },
    document: (content) => {
      if (isJson) process.stdout.write(`${JSON.stringify(content, null, 2)}\n`);
    },
    stream: async (parts) => {
      for await (const part of parts) {
        if (isJson && !process.stdout.write(part)) await once(process.stdout, 'drain');
      }
    },
    note: (line) => void process.stderr.write(`${line}\n`),
    progress: (fraction, label) => {
      if (isWatched)
        process.stderr.write(`\r${label} ${Math.round(fraction * 100)} %${fraction >= 1 ? '\n' : ''}`);
    },
  };
}

/** Says code, sentence and next step; the exit code is the error's own. */
export function refuse(terminal: Terminal, error: PlumblineError): number {
  const report = reportOf(error);
  const details = report.details.map((detail) => `\n  ${detail}`).join('');
  const reference = report.ref === null ? '' : ` Reference ${report.ref}.`;
  terminal.note(`${report.code}: ${report.message}${details}\n${report.action}${reference}`);
  terminal.document({ error: report });
  return ERRORS[report.code].exit;
}
