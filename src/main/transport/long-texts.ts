import { Worker } from 'node:worker_threads';
import type { DocumentReading } from '#core/reading/document-reading.ts';
import type { LongTextReader } from '#main/api/documents/reading.ts';

export interface TextToRead {
  readonly id: number;
  readonly text: string;
}

export interface TextRead {
  readonly id: number;
  readonly reading: DocumentReading;
}

/** A text that needs more ends the thread and not the process with the ledger. */
const MOST_MEGABYTES = 2_048;

interface Waiting {
  readonly resolve: (reading: DocumentReading) => void;
  readonly reject: (fault: Error) => void;
}

/**
 * Reads texts in a thread of its own, one after the other. The thread starts with the first text and stays, since its
 * patterns are compiled then; should it end, those that waited are told, and the next text gets another.
 */
export function createLongTextReader(entry: string | URL): LongTextReader {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | null = null;
  let lastId = 0;

  function start(): Worker {
    const started = new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES } });
    started.on('message', ({ id, reading }: TextRead) => {
      waiting.get(id)?.resolve(reading);
      waiting.delete(id);
    });
    started.on('error', end);
    started.on('exit', () => end(new Error('The thread that reads long texts has ended.')));
    started.unref();
    return started;
  }

  function end(fault: Error): void {
    thread = null;
    for (const { reject } of waiting.values()) reject(fault);
    waiting.clear();
  }

  return {
    read: (text) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        thread ??= start();
        const order: TextToRead = { id: lastId, text };
        thread.postMessage(order);
      }),
  };
}
