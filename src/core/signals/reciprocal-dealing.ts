import type { KnownChoice } from '../figures/choice.ts';
import { capacityOfChoice, currencyOf, type DealEdge, dealGraph } from '../flows/deal-edges.ts';
import { reciprocalsOf } from '../flows/graph.ts';
import type { Study } from '../metrics/study.ts';
import type { EntityFacts } from '../model/ledger-view.ts';
import { daysBetween } from '../quantities/day.ts';
import type { Outcome, Reading } from './definition.ts';
import { edgeInputs } from './flow-evidence.ts';
import { insufficient } from './outcome.ts';

/** Two companies that buy from each other: of note only where both legs are near in time and in size. */
const DAYS = 90;
/** Smaller over larger leg, in per cent. */
const SIZE = 90n;

/** Readings of circular-financing on parties that buy from the subject and sell to it, without funding between them. */
export function reciprocalReadings(subject: EntityFacts, study: Study): readonly Reading[] {
  const graph = dealGraph(study.index);
  return reciprocalsOf(graph, subject.id).map(([out, back]) => {
    const currency = currencyOf([out, back], study.index.view.asOf);
    const choices = new Map<string, KnownChoice>();
    for (const edge of [out, back]) {
      const choice = currency === null ? null : graph.choiceOf(edge, currency, study.policy);
      if (choice !== null) choices.set(edge.id, choice);
    }
    const inputs = () => edgeInputs([out, back], { choices }, () => 'reciprocal purchase');
    return {
      ...insufficient(null, [], inputs),
      scope: {
        kind: 'about' as const,
        id: `${out.id} ${back.id}`,
        name: `${subject.name} and ${out.payee.name} buy from each other`,
      },
      outcome: outcomeOfPair(out, back, choices),
      notes: [
        'No funding between the two is on file, so this is reciprocal dealing and not circular financing.',
      ],
      nonBinding: out.isBinding && back.isBinding ? null : { without: null },
    };
  });
}

function outcomeOfPair(out: DealEdge, back: DealEdge, choices: ReadonlyMap<string, KnownChoice>): Outcome {
  const [one, other] = [choices.get(out.id), choices.get(back.id)];
  const missing = [
    ...[out, back].flatMap(({ id, deal }) => (choices.has(id) ? [] : [`amount of ${deal.name}`])),
    ...[out, back].flatMap(({ start, deal }) => (start === null ? [`day of ${deal.name}`] : [])),
  ];
  if (one === undefined || other === undefined || out.start === null || back.start === null)
    return { state: 'insufficient-data', missing };
  const [a, b] = [capacityOfChoice(one, out).point, capacityOfChoice(other, back).point];
  const [small, large] = a < b ? [a, b] : [b, a];
  const isNear = Math.abs(daysBetween(out.start, back.start)) <= DAYS;
  const isAlike = small * 100n >= large * SIZE;
  return { state: 'ruled', severity: isNear && isAlike ? 'warn' : 'clear', measured: null };
}
