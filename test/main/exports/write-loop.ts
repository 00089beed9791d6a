import { closeSync, openSync, writeSync } from 'node:fs';
import { writeFileWhole } from '#main/exports/write-file.ts';
import { PlumblineError } from '#shared/errors.ts';

/**
 * Run as a program of its own by the tests that kill it: writes 8 MB of B, then of C, over and over, either
 * through `writeFileWhole` or straight over the file.
 */
const CHUNK = 65_536;
const SIZE = 8_000_000;

async function* chunksOf(letter: string): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < SIZE; at += CHUNK) yield Buffer.alloc(Math.min(CHUNK, SIZE - at), letter);
}

async function overwrite(path: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  const file = openSync(path, 'w');
  for await (const chunk of chunks) writeSync(file, chunk);
  closeSync(file);
}

const [way = 'whole', path = '', rounds = '1'] = process.argv.slice(2);
process.stdout.write('started\n');
try {
  for (let round = 0; round < Number(rounds); round += 1) {
    const chunks = chunksOf(round % 2 === 0 ? 'B' : 'C');
    await (way === 'whole' ? writeFileWhole(path, chunks) : overwrite(path, chunks));
  }
} catch (error) {
  process.stdout.write(`${error instanceof PlumblineError ? error.code : String(error)}\n`);
}
