import type { Reading } from '../reading.ts';
import type { ProposedReaction, Rated } from '../report.ts';

export function reactionsIn(_reading: Reading): readonly Rated<ProposedReaction>[] {
  return [];
}
