import { parentPort } from 'node:worker_threads';
import { readDocument } from '#core/reading/document-reading.ts';
import type { TextRead, TextToRead } from './long-texts.ts';

/** Reads one text after the other, in a thread that touches neither the ledger nor a file. */
parentPort?.on('message', ({ id, text }: TextToRead) => {
  const answer: TextRead = { id, reading: readDocument(text) };
  parentPort?.postMessage(answer);
});
