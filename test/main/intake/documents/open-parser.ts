import { readFileSync } from 'node:fs';
import { PARSER_PATIENCE } from '#main/intake/documents/limits.ts';
import { startNodeParser } from '#main/intake/documents/node-parser.ts';
import type { ParserLine } from '#main/intake/documents/wire.ts';

/**
 * One parsing process for many files, to try many. Product code starts one per file; here it stays, so that what one file
 * leaves behind is met by the next. It is started anew where it ended or had to be killed.
 */
export interface OpenParser {
  /** `taken`, the code of the refusal, or what went wrong. */
  readonly parse: (name: string, bytes: Uint8Array) => Promise<string>;
  readonly lastText: () => string;
  readonly restarts: () => number;
  /** Most bytes of memory that the process was seen to hold; 0 where this system does not say. */
  readonly peak: () => number;
  readonly close: () => void;
}

export function openParser(entry: string): OpenParser {
  let restarts = -1;
  let text = '';
  let peak = 0;
  let settle: (outcome: string) => void = () => undefined;
  let child = start();

  function start(): ReturnType<typeof startNodeParser> {
    restarts += 1;
    const started = startNodeParser(entry);
    started.onLine((line) => {
      const said = JSON.parse(line) as ParserLine;
      if ('parsed' in said) text = said.parsed.text;
      if ('parsed' in said) settle('taken');
      if ('refused' in said) settle(said.refused.code);
    });
    started.onExit((end) => {
      if (started === child) settle(end === 'out-of-memory' ? end : 'crashed');
    });
    return started;
  }

  async function parse(name: string, bytes: Uint8Array): Promise<string> {
    const outcome = await new Promise<string>((resolve) => {
      const late = setTimeout(() => resolve('DOCUMENT_TIMEOUT'), PARSER_PATIENCE.still);
      settle = (said) => {
        clearTimeout(late);
        resolve(said);
      };
      child.send({ name, bytes, isPasted: false, encoding: null });
    });
    peak = Math.max(peak, heldByChildren());
    if (!isAlive(outcome)) renew();
    return outcome;
  }

  function renew(): void {
    const old = child;
    child = start();
    old.kill();
  }

  return {
    parse,
    lastText: () => text,
    restarts: () => restarts,
    peak: () => peak,
    close: () => {
      settle = () => undefined;
      child.kill();
    },
  };
}

function isAlive(outcome: string): boolean {
  return !['crashed', 'out-of-memory', 'DOCUMENT_TIMEOUT'].includes(outcome);
}

/** Of the processes that this one started, on Linux. */
function heldByChildren(): number {
  try {
    const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8');
    const sizes = children
      .split(' ')
      .filter(Boolean)
      .map((pid) => {
        const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
        return Number(peak?.[1] ?? 0) * 1_024;
      });
    return Math.max(0, ...sizes);
  } catch {
    return 0;
  }
}
