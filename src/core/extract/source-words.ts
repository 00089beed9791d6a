import type { Line } from './lines.ts';
import type { Placed } from './placed.ts';
import type { ProposedSource } from './report.ts';

export function sourceIn(
  _text: string,
  lines: readonly Line[],
  _excluded: readonly Placed[],
): ProposedSource {
  const title = lines.find(({ kind }) => kind === 'heading')?.text.trim() ?? null;
  return { title, publisher: null, author: null, url: null, published: null, cites: [] };
}
