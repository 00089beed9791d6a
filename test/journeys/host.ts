import type { Page } from '@playwright/test';
import type { Watch } from './watch.ts';

/** Which of the two fronts of the program a journey runs against; the scripts are the same. */
export type HostName = 'browser' | 'desktop';

/** One run of the program with its window. */
export interface Opened {
  readonly page: Page;
  /** The only address that the window may ask. */
  readonly origin: string;
  readonly watch: Watch;
  /** Browser mode: the address that was printed, and the process that serves it. */
  readonly served: { readonly launchAddress: string; readonly pid: number } | null;
  /** Does what makes the window save a file, and gives that file. */
  readonly download: (act: () => Promise<void>) => Promise<SavedFile>;
  /** Ends the program in good order. */
  readonly close: () => Promise<void>;
  /** Ends the program and every process of it at once, as a power cut would. */
  readonly kill: () => Promise<void>;
}

export interface SavedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

export const WINDOW = { width: 1440, height: 900 } as const;
export const LOCALE = 'en-GB';
