import { join } from 'node:path';
import type { Place } from './files.ts';
import type { Result } from './results.ts';
import { median } from './statistics.ts';

const ROUNDS = 3;

/** Search over ledgers of documents, and what is proposed of a long text. */
export function measureDocuments(place: Place): readonly Result[] {
  const sizes = place.run.isQuick ? [10_000] : [10_000, 100_000];
  return [...sizes.flatMap((size) => searchResults(place, size)), ...extractionResults(place)];
}

function searchResults({ programs, folder, run }: Place, size: number): readonly Result[] {
  const ledger = join(folder, `documents-${size}.plumb`);
  const found = programs.run('search-documents', ledger, String(size), String(run.seed));
  const fact = (name: string): number => found[name] ?? Number.NaN;
  const what = `over ${size.toLocaleString('en-GB')} documents`;
  const limit = size <= 10_000 ? 20 : 50;
  const line = (name: 'p50' | 'p95', peer: 'peerP50' | 'peerP95', target: string): Result => ({
    row: 'P13',
    what: `search ${what}, ${name}`,
    ours: fact(name),
    unit: 'ms',
    peer: { name: 'FTS5 ranking all', measured: fact(peer) },
    ratio: fact(name) / fact(peer),
    target,
  });
  return [
    line('p50', 'peerP50', 'none set'),
    line('p95', 'peerP95', `<= ${limit} ms`),
    {
      row: 'P13',
      what: `making the index ${what}`,
      ours: fact('indexingMs'),
      unit: 'ms',
      target: 'none set',
    },
  ];
}

function extractionResults({ root, programs }: Place): readonly Result[] {
  const articles = join(root, 'test', 'extraction', 'articles');
  const runs = Array.from({ length: ROUNDS }, () => programs.run('extract-text', articles, '1000000'));
  return [
    {
      row: 'P15',
      what: 'proposals of a text of 1 MB',
      ours: median(runs.map(({ ms }) => ms)),
      unit: 'ms',
      target: '<= 1,000 ms',
    },
    {
      row: 'P15',
      what: 'proposals of the first article after the start',
      ours: median(runs.map((one) => one['firstMs'] ?? Number.NaN)),
      unit: 'ms',
      target: '<= 300 ms',
    },
  ];
}
