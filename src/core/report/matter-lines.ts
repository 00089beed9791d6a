import { statedOf } from '../figures/agreement.ts';
import { placedPicks } from '../figures/picks.ts';
import { hasOwnContradiction } from '../metrics/disagreement.ts';
import type { Study } from '../metrics/study.ts';
import { exactly } from '../quantities/interval.ts';
import { windowWords } from '../signals/event-evidence.ts';
import { matterName, widestOf } from '../signals/source-disagreement.ts';
import { amountWords, countWords, digits, plain } from '../signals/words.ts';
import { byText } from '../text-order.ts';
import { type MatterLine, type MatterVerdict, VERDICTS } from './matter.ts';
import { type AmountGround, type DateGround, type MatterGround, matterGrounds } from './matter-ground.ts';
import { dateSettledBy, settledBy } from './settling-fact.ts';

/** Every matter that is stated more than once: contradictions first, the widest leading; then by name and id. */
export function matterLines(study: Study): readonly MatterLine[] {
  const picked = pickedIds(study);
  return matterGrounds(study)
    .map((ground) => matterLine(ground, picked))
    .toSorted(inVerdictOrder);
}

/** Ids of all versions of matters on which a pick stands. */
export function pickedIds({ index }: Study): ReadonlySet<string> {
  return new Set(placedPicks(index.view).flatMap(({ matter }) => [...matter]));
}

export function matterLine(ground: MatterGround, picked: ReadonlySet<string>): MatterLine {
  return ground.kind === 'date' ? dateLine(ground) : amountLine(ground, picked);
}

function inVerdictOrder(a: MatterLine, b: MatterLine): number {
  return (
    VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) ||
    byText(a.kind, b.kind) ||
    (a.verdict === 'contradict' ? (b.spread ?? 0) - (a.spread ?? 0) : 0) ||
    byText(a.name, b.name) ||
    byText(a.id, b.id)
  );
}

function amountLine(ground: AmountGround, picked: ReadonlySet<string>): MatterLine {
  const { claims, agreement, apart } = ground;
  const verdict = verdictOf(ground);
  return {
    id: claims[0]?.id ?? '',
    kind: 'amount',
    name: agreement === null ? metricName(ground) : matterName(ground),
    verdict,
    verdictWords: amountWordsOf(ground, verdict),
    isWithinOneSource: isWithinOneSource(ground),
    claims: claims.length,
    apart: apart.length,
    spread: agreement === null ? 0 : agreement.spread,
    settledBy: settledBy(claims, verdict),
    isPicked: claims.some(({ id }) => picked.has(id)),
  };
}

function metricName({ about, claims }: AmountGround): string {
  const owner = about.kind === 'deal' ? about.deal.name : about.entity.name;
  return `${owner}: ${plain(claims[0]?.metric ?? '')}`;
}

function verdictOf({ agreement }: AmountGround): MatterVerdict {
  if (agreement === null) return 'differ';
  return agreement.contradictions.length > 0 ? 'contradict' : 'agree';
}

function isWithinOneSource({ claims, agreement }: AmountGround): boolean {
  const sources = new Map(claims.map(({ id, source }) => [id, source.id]));
  return (agreement?.contradictions ?? []).some(([a, b]) => sources.get(a.id) === sources.get(b.id));
}

function amountWordsOf({ claims, agreement, differences }: AmountGround, verdict: MatterVerdict): string {
  if (claims.length < 2) return 'Only one version is on file.';
  if (verdict === 'differ')
    return differences.length === 0
      ? 'No version discloses an amount.'
      : `They differ in what they speak of (${differences.join('; ')}), which is no contradiction.`;
  const unit = claims[0]?.unit ?? 'count';
  if (agreement === null || verdict === 'agree')
    return `The ${claims.length} versions can all be true within what their words allow.`;
  const { contradictions, spread } = agreement;
  const pairs = `${countWords(contradictions.length, 'pair')} of the ${claims.length} versions ${contradictions.length === 1 ? 'excludes' : 'exclude'} each other`;
  const widest = widestOf(contradictions);
  if (widest === null) return `${pairs}.`;
  const [low, high] = widest.map(statedOf).toSorted((a, b) => a - b);
  const share = spread === null ? '' : `, ${digits(spread * 100)} % of the median apart`;
  return `${pairs}: ${amountWords(exactly(low ?? 0), unit)} against ${amountWords(exactly(high ?? 0), unit)}${share}.`;
}

function dateLine({ name, dates, spread }: DateGround): MatterLine {
  const verdict = spread.pair === null ? 'agree' : 'contradict';
  return {
    id: dates[0]?.id ?? '',
    kind: 'date',
    name,
    verdict,
    verdictWords: dateWords({ dates, spread }),
    isWithinOneSource: hasOwnContradiction(dates),
    claims: dates.length,
    apart: 0,
    spread: spread.nearest,
    settledBy: dateSettledBy(dates, verdict),
    isPicked: false,
  };
}

function dateWords({ dates, spread }: Pick<DateGround, 'dates' | 'spread'>): string {
  const { pair, nearest } = spread;
  if (pair === null) return `The ${dates.length} statements of the day can all be true.`;
  const [early, late] = pair.map(({ fromOn, untilOn }) => windowWords(fromOn, untilOn));
  return `At least two of the ${dates.length} statements exclude each other: ${early} against ${late}, ${countWords(nearest, 'day')} apart.`;
}
