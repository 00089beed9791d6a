import type { ParseRequest } from './wire.ts';

/** A parsing process as its host sees it, whatever starts it: Node's spawn or the desktop shell's utility process. */
export interface ParserProcess {
  /** Does nothing once the process is gone. */
  readonly send: (request: ParseRequest) => void;
  /** Each line of JSON that the process says. */
  readonly onLine: (listener: (line: string) => void) => void;
  /** Called once, however the process ended. */
  readonly onExit: (listener: (end: ParserEnd) => void) => void;
  readonly kill: () => void;
}

/** How it ended: by itself, or for want of memory. */
export type ParserEnd = 'stopped' | 'out-of-memory';

export type StartParser = () => ParserProcess;
