import type { Reading } from '../reading.ts';
import type { ProposedMetric, Rated } from '../report.ts';

export function metricsIn(_reading: Reading): readonly Rated<ProposedMetric>[] {
  return [];
}
