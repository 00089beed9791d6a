import type { Reading } from '../reading.ts';
import type { ProposedDeal, Rated } from '../report.ts';

export function dealsIn(_reading: Reading): readonly Rated<ProposedDeal>[] {
  return [];
}
