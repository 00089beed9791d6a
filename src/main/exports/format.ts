import type { ExportDocument } from './document.ts';

export interface ExportPace {
  /** Share done, 0 to 1, and what is being written. */
  readonly progress: (fraction: number, label: string) => void;
  readonly signal: AbortSignal;
}

/** One way to turn a document into bytes. Bytes are pulled, so memory stays bounded by one chunk. */
export interface FormatWriter {
  readonly ext: string;
  readonly mime: string;
  /** False: a file of this format holds one table. */
  readonly holdsManyTables: boolean;
  readonly bytes: (document: ExportDocument, pace: ExportPace) => AsyncIterable<Uint8Array>;
}
