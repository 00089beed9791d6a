import { analystsPick, type PlacedPick, placedPicks } from '../figures/picks.ts';
import { ANALYSTS_PICK, type ChoicePolicy, DEFAULT_POLICY, POLICIES } from '../figures/policy.ts';
import { mostReliableFirst } from '../figures/ranking.ts';
import type { Study } from '../metrics/study.ts';
import type { FigureFacts } from '../model/ledger-view.ts';
import { exactly, type Interval } from '../quantities/interval.ts';
import type { UnitId } from '../quantities/unit.ts';
import { amountWords } from '../signals/words.ts';
import type { MatterReport, Version } from './matter.ts';
import { type AmountGround, findGround } from './matter-ground.ts';
import { matterLine, pickedIds } from './matter-lines.ts';
import { amountVersion, dateVersion } from './matter-versions.ts';

type PolicyLine = MatterReport['policies'][number];

/** The matter that an entry stands in, version beside version; null where the view does not hold the entry. */
export function matterReport(study: Study, id: string): MatterReport | null {
  const ground = findGround(study, id);
  if (ground === null) return null;
  const line = matterLine(ground, pickedIds(study));
  if (ground.kind === 'amount') return { ...line, ...amountParts(ground, study) };
  const versions = ground.dates.map((date) => dateVersion(date, ground.dates, study));
  return {
    ...line,
    unit: 'day',
    versions,
    median: null,
    hull: null,
    origins: originsOf(versions),
    policies: [],
    pick: null,
  };
}

function amountParts(
  ground: AmountGround,
  study: Study,
): Omit<MatterReport, keyof ReturnType<typeof matterLine>> {
  const { claims, agreement, apart } = ground;
  const policies = agreement === null ? [] : policyLines(claims, study);
  const claimed = claims.toSorted(mostReliableFirst).map((figure) =>
    amountVersion(
      figure,
      {
        difference: null,
        excludes: excludedBy(figure, agreement),
        takenBy: policies.flatMap(({ id, figureIds }) => (figureIds.includes(figure.id) ? [id] : [])),
      },
      study,
    ),
  );
  const others = apart
    .toSorted((a, b) => mostReliableFirst(a.figure, b.figure))
    .map(({ figure, difference }) => amountVersion(figure, { difference, excludes: [], takenBy: [] }, study));
  return {
    unit: claims[0]?.unit ?? 'count',
    versions: [...claimed, ...others],
    median: agreement?.median ?? null,
    hull: agreement?.hull ?? null,
    origins: originsOf(claimed),
    policies,
    pick: pickLine(claims, study),
  };
}

function excludedBy({ id }: FigureFacts, agreement: AmountGround['agreement']): readonly string[] {
  return (agreement?.contradictions ?? []).flatMap(([a, b]) =>
    a.id === id ? [b.id] : b.id === id ? [a.id] : [],
  );
}

/** Independent documents: two reports of one origin are one. */
function originsOf(versions: readonly Version[]): number {
  return new Set(versions.flatMap(({ origins }) => origins)).size;
}

/** The picks first; the policy in force is theirs where one stands on this matter, else the default. */
function policyLines(claims: readonly FigureFacts[], { index }: Study): PolicyLine[] {
  const pick = analystsPick(index.view);
  const isPicked = pick.stateOf(claims) === 'picked';
  const inForce = isPicked ? ANALYSTS_PICK.id : DEFAULT_POLICY.id;
  return [
    isPicked ? policyLine(pick, claims, inForce) : unpickedLine(),
    ...POLICIES.map((policy) => policyLine(policy, claims, inForce)),
  ];
}

function policyLine(policy: ChoicePolicy, claims: readonly FigureFacts[], inForce: string): PolicyLine {
  const { id, label, what } = policy;
  const selection = policy.select(claims);
  const unit = claims[0]?.unit ?? 'count';
  return {
    id,
    label,
    what,
    isInForce: id === inForce,
    amount: selection?.amount ?? null,
    figureIds: (selection?.figures ?? []).map((figure) => figure.id),
    words: selection === null ? 'No version discloses an amount.' : rangeWords(selection.amount, unit),
  };
}

function rangeWords(amount: Interval, unit: UnitId): string {
  const { lo, point, hi } = amount;
  const range = amountWords(amount, unit);
  return point === null || (lo === point && hi === point)
    ? range
    : `${range}, point ${amountWords(exactly(point), unit)}`;
}

function unpickedLine(): PolicyLine {
  const { id, label, what } = ANALYSTS_PICK;
  return { id, label, what, isInForce: false, amount: null, figureIds: [], words: 'No version is picked.' };
}

function pickLine(claims: readonly FigureFacts[], { index }: Study): MatterReport['pick'] {
  const placed = placedPicks(index.view).find(({ matter }) => claims.some(({ id }) => matter.has(id)));
  if (placed === undefined) return null;
  const { id, version, figureId, reviewer, reason, expiresOn, recordedAt } = placed.pick;
  return { id, version, figureId, reviewer, reason, expiresOn, recordedAt, state: stateOf(placed) };
}

function stateOf({ isExpired, obstacle }: PlacedPick): NonNullable<MatterReport['pick']>['state'] {
  if (isExpired) return 'pick-expired';
  return obstacle === null ? 'picked' : 'pick-not-eligible';
}
