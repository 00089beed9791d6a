import { type Claim, statedOf } from '../figures/agreement.ts';
import { placedPicks } from '../figures/picks.ts';
import { statedText } from '../figures/stated-text.ts';
import { hasOwnContradiction } from '../metrics/disagreement.ts';
import type { Study } from '../metrics/study.ts';
import { weekdayNotes, windowInWords } from '../signals/day-words.ts';
import { bareWords, matterName, widestOf } from '../signals/source-disagreement.ts';
import { countWords, digits, plain } from '../signals/words.ts';
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
    name: groundName(ground),
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

/** The headline of a deal is its amount; whatever else is stated of it goes by its metric. */
function groundName(ground: AmountGround): string {
  const { about, claims, agreement } = ground;
  if (about.kind === 'deal' && claims[0]?.metric === 'deal-headline') return `${about.deal.name}: amount`;
  if (agreement !== null) return matterName(ground);
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
  if (agreement === null || verdict === 'agree')
    return `${countLead(claims.length)} be true within what their words allow${bareText(agreement)}.`;
  const { contradictions, spread } = agreement;
  const widest = widestOf(contradictions);
  const share = spread === null ? '' : `; their points are ${digits(spread * 100)} % of the median apart`;
  const lead =
    claims.length === 2 ? 'The two versions exclude each other' : pairsText(contradictions.length, claims);
  return widest === null
    ? `${lead}.`
    : `${lead}: ${againstText(widest, claims)}${share}${bareText(agreement)}.`;
}

/** The distance of the bare numbers, where hedges and rounding close a part of it. */
function bareText(agreement: AmountGround['agreement']): string {
  const words = agreement === null ? null : bareWords(agreement);
  return words === null ? '' : `; before hedges and rounding are allowed for, ${words}`;
}

function countLead(count: number): string {
  return count === 2 ? 'The two versions can both' : `The ${count} versions can all`;
}

function pairsText(pairs: number, claims: AmountGround['claims']): string {
  const verb = pairs === 1 ? 'excludes each other' : 'exclude each other, the widest';
  return `${countWords(pairs, 'pair')} of the ${claims.length} versions ${verb}`;
}

/** Both as stated, the lower first. */
function againstText(pair: readonly Claim[], claims: AmountGround['claims']): string {
  return pair
    .toSorted((a, b) => statedOf(a) - statedOf(b))
    .flatMap(({ id }) => claims.filter((claim) => claim.id === id))
    .map(statedText)
    .join(' against ');
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
  const weekdays = weekdayNotes(dates);
  if (pair === null)
    return [`The ${dates.length} statements of the day can all be true.`, ...weekdays].join(' ');
  const [early, late] = pair.map(({ fromOn, untilOn }) => windowInWords(fromOn, untilOn));
  const verdict = `At least two of the ${dates.length} statements exclude each other: ${early} against ${late}, ${countWords(nearest, 'day')} apart.`;
  return [verdict, ...weekdays].join(' ');
}
