import { SEVERITIES, type Severity, type Thresholds } from '#core/signals/flag.ts';

/** Severities as the reader sees them. Law: what gives no verdict says so in its own words and never reads as clear. */
interface Wording {
  readonly label: string;
  readonly meaning: string;
}

const WORDING: Readonly<Record<Severity, Wording>> = {
  critical: { label: 'Critical', meaning: 'Past the critical threshold.' },
  warn: { label: 'Warn', meaning: 'Past the warn threshold.' },
  watch: { label: 'Watch', meaning: 'Past the watch threshold.' },
  clear: { label: 'Clear', meaning: 'Within all thresholds.' },
  'insufficient-data': {
    label: 'Not enough data',
    meaning: 'An input is missing, so there is no verdict. This is not an all-clear.',
  },
  'not-computable': {
    label: 'Cannot be computed',
    meaning: 'The formula has no result on these figures. This is not an all-clear.',
  },
  'not-applicable': {
    label: 'Does not apply',
    meaning: 'The question does not arise for this subject. This is not an all-clear.',
  },
};

export function severityLabel(severity: Severity): string {
  return WORDING[severity].label;
}

export function severityMeaning(severity: Severity): string {
  return WORDING[severity].meaning;
}

/** 0 is the gravest; those without a verdict come after clear only in listings, never in meaning. */
export function severityRank(severity: Severity): number {
  const order: readonly Severity[] = [
    'critical',
    'warn',
    'watch',
    'insufficient-data',
    'not-computable',
    'clear',
    'not-applicable',
  ];
  return order.indexOf(severity);
}

/** Severities in the order of their gravity, for filters and counts. */
export const SHOWN_SEVERITIES: readonly Severity[] = [...SEVERITIES].sort(
  (a, b) => severityRank(a) - severityRank(b),
);

/** True where smaller amounts are the graver ones, as thresholds in falling order say. */
export function isLowerWorse({ watch, critical }: Thresholds): boolean {
  return watch > critical;
}
