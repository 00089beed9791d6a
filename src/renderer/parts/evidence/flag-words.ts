import { headlineOf } from '#core/quantities/interval.ts';
import { type AppliedThresholds, type Band, type Flag, thresholdKey } from '#core/signals/flag.ts';
import { headlineText, quantityText, type TextOptions } from './quantity-text.ts';
import { isLowerWorse, severityLabel, severityRank } from './severity-words.ts';

/** What a flag says, in sentences. Pure, so that card, list and copied text agree. */
export function flagId({ signal, measure, subjectId, scope }: Flag): string {
  return [thresholdKey(signal, measure), subjectId, scope.kind === 'total' ? 'total' : scope.id].join('|');
}

export function scopeText({ scope, subject }: Flag): string {
  return scope.kind === 'total' ? `${subject}, in total` : scope.name;
}

/** The number that severity is judged by; without a verdict, the severity's own words in place of a number. */
export function verdictText(flag: Flag, options: TextOptions = {}): string {
  return flag.value === null ? severityLabel(flag.severity) : headlineText(flag.value, flag.unit, options);
}

/** How sure the severity is, both ends named where they differ; null where there is no verdict. */
export function certaintyText(
  { certainty, value, unit, bandLo, bandHi, severity }: Flag,
  options: TextOptions = {},
): string | null {
  if (certainty === null || value === null) return null;
  if (value.lo === value.hi) return 'Certain: the inputs leave no range.';
  if (certainty === 'certain')
    return `Certain: ${severityLabel(severity).toLowerCase()} over the whole range.`;
  const high =
    value.hi === null ? 'the open high end' : `the high end, ${quantityText(value.hi, unit, options)}`;
  return `Possible: ${bandText(bandLo)} at the low end, ${quantityText(value.lo, unit, options)}; ${bandText(bandHi)} at ${high}.`;
}

function bandText(band: Band | null): string {
  return band === null ? 'unknown' : severityLabel(band).toLowerCase();
}

const ORIGINS: Readonly<Record<AppliedThresholds['origin'], string>> = {
  default: 'Default of the method',
  ledger: 'Set for this ledger',
  sector: 'Set for the sector',
  entity: 'Set for this entity',
};

export function originText(origin: AppliedThresholds['origin']): string {
  return ORIGINS[origin];
}

/** `watch above 1x, warn above 3x, critical above 6x`; `below` where lower is worse. */
export function thresholdsText(
  thresholds: Pick<AppliedThresholds, Band & keyof AppliedThresholds>,
  unit: string,
  options: TextOptions = {},
): string {
  const side = isLowerWorse(thresholds) ? 'below' : 'above';
  const steps = (['watch', 'warn', 'critical'] as const).map(
    (step) => `${step} ${side} ${quantityText(thresholds[step], unit, options)}`,
  );
  return steps.join(', ');
}

/** Gravest first; of equals totals before single deals, then signals in the order given, then the farthest gone first. */
export function inReadingOrder(flags: readonly Flag[]): readonly Flag[] {
  const signals = [...new Set(flags.map(({ signal, measure }) => thresholdKey(signal, measure)))];
  const place = ({ signal, measure }: Flag) => signals.indexOf(thresholdKey(signal, measure));
  return [...flags].sort(
    (one, other) => byGravity(one, other) || place(one) - place(other) || bySize(one, other),
  );
}

function bySize(one: Flag, other: Flag): number {
  if (one.value === null || other.value === null)
    return Number(one.value === null) - Number(other.value === null);
  const more = headlineOf(other.value) - headlineOf(one.value);
  return isLowerWorse(one.thresholds) ? -more : more;
}

function byGravity(one: Flag, other: Flag): number {
  return (
    severityRank(one.severity) - severityRank(other.severity) ||
    Number(one.scope.kind !== 'total') - Number(other.scope.kind !== 'total')
  );
}

/** Everything of a flag that a reader may search for. */
export function isFound(flag: Flag, search: string): boolean {
  const wanted = search.trim().toLowerCase();
  if (wanted === '') return true;
  const { name, signal, inputs, tags, note } = flag;
  const texts = [
    name,
    signal,
    scopeText(flag),
    severityLabel(flag.severity),
    note,
    ...tags,
    ...inputs.flatMap((input) => [input.name, input.source]),
  ];
  return texts.some((text) => text.toLowerCase().includes(wanted));
}
