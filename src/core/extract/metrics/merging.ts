import type { ProposedMetric, Rated } from '../report.ts';

type Metric = Rated<ProposedMetric>;

/** One entry per entity, metric, amount and period; a mention without a period joins one that has it. */
export function merged(metrics: readonly Metric[]): readonly Metric[] {
  const kept = new Map<string, Metric[]>();
  for (const metric of metrics) {
    const key = JSON.stringify([
      metric.entity?.toLowerCase() ?? null,
      metric.metric,
      metric.low ?? metric.high,
      metric.high ?? metric.low,
      metric.unit.toLowerCase(),
    ]);
    const same = kept.get(key) ?? [];
    const at = same.findIndex((other) => isSamePeriod(other.period, metric.period));
    const other = same[at];
    if (other === undefined) same.push(metric);
    else {
      // Of a rounded headline and the body the hedged words are the careful ones.
      const told = other.qualifier === 'exact' ? metric : other;
      same[at] = {
        ...told,
        period: longer(other.period, metric.period),
        confidence: Math.max(other.confidence, metric.confidence),
      };
    }
    kept.set(key, same);
  }
  return [...kept.values()]
    .flat()
    .toSorted((a, b) => a.evidenceStart - b.evidenceStart || a.evidenceEnd - b.evidenceEnd);
}

/** Two periods differ where each names a year, or a quarter or half, and not the same. */
function isSamePeriod(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return true;
  const [years, others] = [yearsIn(a), yearsIn(b)];
  return years === '' || others === '' || years === others;
}

function yearsIn(period: string): string {
  return (period.match(/(?:19|20)\d\d|FY ?\d\d/gu) ?? []).join(' ');
}

function longer(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return yearsIn(a) === '' && yearsIn(b) !== '' ? b : a;
}
