import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { extractDocument } from '#core/extract/extract.ts';
import { printMeasured } from './measured.ts';

/**
 * extract-text FOLDER CHARACTERS: what is proposed of one article of the folder, and then of all of them one after the
 * other, over and over until the text has so many characters. `ms` is of the long text alone.
 */
const [folder = '', characters = '1000000'] = process.argv.slice(2);
const articles = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => readFileSync(join(folder, name), 'utf8'));

const start = performance.now();
extractDocument(articles[0] ?? '');
const firstMs = performance.now() - start;

let text = '';
for (let at = 0; text.length < Number(characters); at += 1)
  text += `${articles[at % articles.length] ?? ''}\n\n`;
text = text.slice(0, Number(characters));

await printMeasured(async () => {
  const { money, percents, quotes, deals, metrics, reactions } = extractDocument(text);
  return {
    firstMs,
    rows: money.length + percents.length + quotes.length + deals.length + metrics.length + reactions.length,
  };
});
