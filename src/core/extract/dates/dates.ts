import type { Reading } from '../reading.ts';
import type { ProposedDate } from '../report.ts';

export function datesIn(_reading: Reading): readonly ProposedDate[] {
  return [];
}
