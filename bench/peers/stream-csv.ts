import { createWriteStream, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { printMeasured } from '../programs/measured.ts';
import { tableRows } from '../programs/table-rows.ts';

/** stream-csv PATH ROWS: the least that streams the same rows, every field quoted. */
const [path = '', rows = '0'] = process.argv.slice(2);

function* lines(): Generator<Buffer> {
  let text = '';
  for (const row of tableRows(Number(rows))) {
    text += `${row.map((cell) => `"${String(cell ?? '').replaceAll('"', '""')}"`).join(',')}\r\n`;
    if (text.length < 65_536) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(text);
}

await printMeasured(async () => {
  await pipeline(Readable.from(lines(), { objectMode: false }), createWriteStream(path));
  return { rows: Number(rows), size: statSync(path).size };
});
