import { amountOf } from '../figures/amount.ts';
import type { KnownChoice } from '../figures/choice.ts';
import { currencyOf, type DealEdge, dealGraph } from '../flows/deal-edges.ts';
import { choicesIn } from '../flows/edge-choices.ts';
import { groupBy } from '../group-by.ts';
import type { Study } from '../metrics/study.ts';
import type { EntityFacts, QuoteFacts } from '../model/ledger-view.ts';
import { divide, exactly, headlineOf, type Interval, sumOf } from '../quantities/interval.ts';
import type { UnitId } from '../quantities/unit.ts';
import { byText } from '../text-order.ts';
import type { OtherReading, Outcome, Reading, SignalDefinition } from './definition.ts';
import { quoteInput } from './event-evidence.ts';
import { edgeInputs } from './flow-evidence.ts';
import { insufficient } from './outcome.ts';
import { tagsWhere } from './tags.ts';
import { countWords, measureWords, sharedScale } from './words.ts';

export const conflictOfInterest: SignalDefinition = {
  id: 'conflict-of-interest',
  name: 'Conflict of interest',
  question: 'Who sits on both sides: backs a rival too, sells and competes, or speaks for a party?',
  pillar: 'governance-market',
  family: 'conflict',
  formula: 'money of a backer in rivals / its money in the company; rules set the severity',
  method:
    'CFA Institute standard VI(A) on disclosure of conflicts; section 8 of the Clayton Act on interlocks.',
  falsePositives: [
    'Passive funds hold shares of every company of a sector.',
    'Neutral sellers of infrastructure serve rivals alike.',
  ],
  measures: [
    {
      id: null,
      name: 'Conflict of interest',
      unit: 'x',
      isLowerWorse: false,
      defaults: { watch: 1, warn: 2, critical: 3 },
      why: 'Rules set the severity and not these steps: quoted people of a party watch; backing a rival, or selling to the company and competing with it, warn; the same with an exclusive deal critical.',
    },
  ],
  evaluate,
};

function evaluate(study: Study): readonly Reading[] {
  const graph = dealGraph(study.index);
  const subject = graph.partyOf(study.subject);
  const backers = backersOf(subject, study);
  const suppliers = suppliersOf(subject, study);
  const found = [
    ...backers.flatMap((edges) => rivalReading(edges, subject, study)),
    ...suppliers.flatMap((edges) => competitorReading(edges, subject, study)),
  ];
  const quoted = quotedReading(study);
  return [...(found.length > 0 ? found : [nothingFound(subject, backers, suppliers)]), ...quoted];
}

function backersOf({ id }: EntityFacts, { index }: Study): readonly (readonly DealEdge[])[] {
  const funding = dealGraph(index)
    .into(id)
    .filter(({ layer }) => layer === 'funding');
  return [...groupBy(funding, ({ from }) => from).values()];
}

function suppliersOf({ id }: EntityFacts, { index }: Study): readonly (readonly DealEdge[])[] {
  const paid = dealGraph(index)
    .outOf(id)
    .filter(({ layer }) => layer === 'commercial');
  return [...groupBy(paid, ({ to }) => to).values()];
}

/** Two companies of one sector compete, as far as the ledger can tell. */
function areRivals(one: EntityFacts, other: EntityFacts): boolean {
  return one.id !== other.id && one.sector !== null && one.sector === other.sector;
}

function nothingFound(
  subject: EntityFacts,
  backers: readonly (readonly DealEdge[])[],
  suppliers: readonly (readonly DealEdge[])[],
): Reading {
  const missing = [
    ...(backers.length === 0 ? ['who funds the company'] : []),
    ...(subject.sector === null ? [`sector of ${subject.name}, by which rivals are known`] : []),
  ];
  const inputs = () =>
    edgeInputs([...backers, ...suppliers].flat(), { choices: new Map() }, ({ layer }) =>
      layer === 'funding' ? 'backing' : 'supply',
    );
  if (missing.length > 0) return insufficient(null, missing, inputs);
  return {
    ...insufficient(null, [], inputs),
    outcome: { state: 'ruled', severity: 'clear', measured: null },
    workings: 'No backer funds another company of the sector and no supplier is of the sector.',
  };
}

/** A backer of the subject that also backs companies of its sector. */
function rivalReading(backing: readonly DealEdge[], subject: EntityFacts, study: Study): readonly Reading[] {
  const graph = dealGraph(study.index);
  const backer = backing[0]?.payer;
  if (backer === undefined) return [];
  const rivals = graph
    .outOf(backer.id)
    .filter(({ layer, payee }) => layer === 'funding' && areRivals(payee, subject));
  if (rivals.length === 0) return [];
  const currency = currencyOf(backing, study.index.view.asOf);
  const edges = [...backing, ...rivals];
  const choices = choicesIn(edges, currency, study);
  const exposure = { own: totalOf(backing, choices), rivals: totalOf(rivals, choices) };
  const measured = ratioOf(exposure.rivals, exposure.own);
  const names = [...new Set(rivals.map(({ payee }) => payee.name))].toSorted(byText).join(' and ');
  const isExclusive = hasExclusive(backer, subject, study);
  return [
    {
      ...insufficient(null, [], () => [
        ...edgeInputs(backing, { choices }, () => 'backing'),
        ...edgeInputs(rivals, { choices }, () => 'backing of a rival'),
      ]),
      scope: { kind: 'about', id: backer.id, name: backer.name },
      outcome: { state: 'ruled', severity: isExclusive ? 'critical' : 'warn', measured },
      workings: rivalWorkings(exposure, measured, currency),
      others: otherVersions(rivals, choices, exposure.own),
      tags: tagsWhere({ unquantified: measured === null }),
      notes: [
        `${backer.name} backs ${subject.name} and also ${names}, of the same sector.`,
        ...sellsNote(backer, subject, study),
        ...(isExclusive ? ['An exclusive deal ties the two.'] : []),
      ],
      nonBinding: edges.every(({ isBinding }) => isBinding) ? null : { without: null },
    },
  ];
}

/** A supplier of the subject that is of its sector. */
function competitorReading(
  supply: readonly DealEdge[],
  subject: EntityFacts,
  study: Study,
): readonly Reading[] {
  const supplier = supply[0]?.payee;
  if (supplier === undefined || !areRivals(supplier, subject)) return [];
  const isExclusive = hasExclusive(supplier, subject, study);
  return [
    {
      ...insufficient(null, [], () => edgeInputs(supply, { choices: new Map() }, () => 'supply')),
      scope: { kind: 'about', id: `${supplier.id} supplier`, name: `${supplier.name} as a supplier` },
      outcome: { state: 'ruled', severity: isExclusive ? 'critical' : 'warn', measured: null },
      workings: `${supplier.name} sells to ${subject.name} and is of the same sector.`,
      tags: tagsWhere({ unquantified: true }),
      notes: isExclusive ? ['An exclusive deal ties the two.'] : [],
      nonBinding: supply.every(({ isBinding }) => isBinding) ? null : { without: null },
    },
  ];
}

function hasExclusive(one: EntityFacts, other: EntityFacts, { index }: Study): boolean {
  const graph = dealGraph(index);
  const between = [
    ...graph.outOf(one.id).filter(({ to }) => to === other.id),
    ...graph.outOf(other.id).filter(({ to }) => to === one.id),
  ];
  return between.some(({ deal, isBinding }) => deal.isExclusive === 1 && isBinding);
}

function sellsNote(backer: EntityFacts, subject: EntityFacts, { index }: Study): readonly string[] {
  const sells = dealGraph(index)
    .outOf(subject.id)
    .some(({ to, layer }) => to === backer.id && layer === 'commercial');
  return sells ? [`${backer.name} also sells to ${subject.name}; see circular financing.`] : [];
}

/** Unknown parts beside known ones leave a floor; null where nothing is known. */
function totalOf(edges: readonly DealEdge[], choices: ReadonlyMap<string, KnownChoice>): Interval | null {
  const deals = [...new Map(edges.map((edge) => [edge.deal.id, edge])).values()];
  const known = deals.flatMap(({ id }) => choices.get(id)?.amount ?? []);
  if (known.length === 0) return null;
  return known.length === deals.length ? sumOf(known) : { ...sumOf(known), hi: null };
}

function ratioOf(rivals: Interval | null, own: Interval | null): Interval | null {
  if (rivals === null || own === null) return null;
  const quotient = divide(rivals, own);
  return quotient.state === 'ok' ? quotient.ratio : null;
}

function rivalWorkings(
  { own, rivals }: { readonly own: Interval | null; readonly rivals: Interval | null },
  measured: Interval | null,
  currency: UnitId | null,
): string {
  if (own === null || rivals === null || measured === null || currency === null)
    return 'The backing is on file; how much on each side is not.';
  const write = sharedScale([own, rivals], currency);
  return `${write(rivals)} / ${write(own)} = ${measureWords(exactly(headlineOf(measured)), 'x')}`;
}

/** What the other versions of a single rival stake would give. */
function otherVersions(
  rivals: readonly DealEdge[],
  choices: ReadonlyMap<string, KnownChoice>,
  own: Interval | null,
): readonly OtherReading[] {
  const [only, ...more] = rivals;
  const choice = only === undefined ? undefined : choices.get(only.id);
  if (choice === undefined || more.length > 0) return [];
  const chosen = new Set(choice.figures.map(({ id }) => id));
  return choice.versions
    .filter(({ id }) => !chosen.has(id))
    .flatMap((figure): readonly OtherReading[] => {
      const measured = ratioOf(amountOf(figure), own);
      const outcome: Outcome = { state: 'ruled', severity: 'warn', measured };
      return measured === null ? [] : [{ label: `On ${figure.source.title}`, outcome, note: figure.wording }];
    });
}

/** Quoted people who belong to a party of what they speak of. */
function quotedReading({ index, subject }: Study): readonly Reading[] {
  const deals = [...index.dealsOf(subject.id), ...index.receiptsOf(subject.id)];
  const quotes = [subject.id, ...deals.map(({ id }) => id)].flatMap((id) => index.events.quotesAbout(id));
  const affiliated = [...new Map(quotes.map((quote) => [quote.id, quote])).values()]
    .filter(
      ({ isAffiliated, saidOn }) => isAffiliated === 1 && (saidOn === null || saidOn <= index.view.asOf),
    )
    .toSorted((a, b) => byText(a.id, b.id));
  if (affiliated.length === 0) return [];
  const speakers = speakersOf(affiliated);
  return [
    {
      ...insufficient(null, [], () =>
        affiliated.map((quote) => quoteInput(quote, 'quote', { isUsed: true, note: null })),
      ),
      scope: { kind: 'about', id: `${subject.id} quotes`, name: 'Quoted people who belong to a party' },
      outcome: { state: 'ruled', severity: 'watch', measured: null },
      workings: `${countWords(affiliated.length, 'quote')} by ${speakers.join(', ')}.`,
      notes: ['They speak for a party; their words are no independent opinion.'],
    },
  ];
}

function speakersOf(quotes: readonly QuoteFacts[]): readonly string[] {
  return [...new Set(quotes.map(({ speaker }) => speaker.name))].toSorted(byText);
}
