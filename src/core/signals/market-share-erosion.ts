import { amountOf } from '../figures/amount.ts';
import { isFirm, isKnowable } from '../figures/basis.ts';
import { dealGraph } from '../flows/deal-edges.ts';
import { otherChanges, type ShareChange, shareChange } from '../metrics/market-share.ts';
import type { Study } from '../metrics/study.ts';
import type { EntityFacts, FigureFacts } from '../model/ledger-view.ts';
import { exactly, headlineOf } from '../quantities/interval.ts';
import { byText } from '../text-order.ts';
import { type Reading, type SignalDefinition, WHOLE_SUBJECT } from './definition.ts';
import { claimInput } from './event-evidence.ts';
import { looseInput } from './evidence.ts';
import { insufficient } from './outcome.ts';
import { changeTable, type Grown, peerTable } from './tables/market-table.ts';
import { tagsWhere } from './tags.ts';
import { digits, measureWords } from './words.ts';

export const marketShareErosion: SignalDefinition = {
  id: 'market-share-erosion',
  name: 'Market share change',
  question: 'Is the company, or one it depends on, losing its market?',
  pillar: 'concentration',
  family: 'market-position',
  formula: 'later share - earlier share, percentage points, same market and source',
  method: 'Plain subtraction within one definition of the market; the steps are practice.',
  falsePositives: [
    'The market itself may have been defined anew.',
    'A falling share of a market that grows fast may still be growing sales.',
  ],
  measures: [
    {
      id: null,
      name: 'Market share change',
      unit: 'points',
      isLowerWorse: true,
      defaults: { watch: -2, warn: -5, critical: -10 },
      why: 'Steps of practice: two points are within the noise of estimates, ten are a tenth of the market.',
    },
  ],
  evaluate,
};

function evaluate(study: Study): readonly Reading[] {
  const own = shareChange(study);
  const others = partnersOf(study).flatMap((subject) => {
    const change = shareChange({ ...study, subject });
    return change === null ? [] : [readingOf(change, { ...study, subject }, study)];
  });
  if (own === null && others.length === 0)
    return [insufficient(null, ['two market shares of one definition at different times'])];
  return [...(own === null ? [] : [readingOf(own, study, study)]), ...others];
}

/** Companies the subject deals with, as the deals name them and not as they roll up: a brand has a market of its own. */
function partnersOf({ index, subject }: Study): readonly EntityFacts[] {
  const graph = dealGraph(index);
  const party = graph.partyOf(subject);
  const deals = [...graph.outOf(party.id), ...graph.into(party.id)].map(({ deal }) => deal);
  const parties = deals.flatMap((deal) => deal.parties.map(({ entity }) => entity));
  return [...new Map(parties.map((entity) => [entity.id, entity])).values()]
    .filter((entity) => graph.partyOf(entity).id !== party.id)
    .toSorted((a, b) => byText(a.name, b.name) || byText(a.id, b.id));
}

function readingOf(found: ShareChange, about: Study, { subject }: Study): Reading {
  const { earlier, later, change, isOrderAssumed } = found;
  const company = about.subject;
  const isOwn = company.id === subject.id;
  const growth = growthWords(about);
  const place = (role: string) => ({ role, name: `${company.name}: market share` });
  return {
    measure: null,
    scope: isOwn ? WHOLE_SUBJECT : { kind: 'about', id: company.id, name: company.name },
    outcome: { state: 'ok', measured: change },
    workings: workingsOf(found),
    inputs: () => [
      claimInput(earlier, place('earlier share'), 1, { isUsed: true, note: null }),
      claimInput(later, place('later share'), 1, { isUsed: true, note: null }),
      ...otherChanges(found, about).map(({ figure }) =>
        looseInput(figure, place('other share'), otherNote(figure)),
      ),
      ...growth.figures.map((figure) =>
        looseInput(figure, { role: 'growth', name: nameOf(figure, about) }, 'Beside the headline only.'),
      ),
    ],
    tables: () => [
      changeTable(pointOf(earlier), pointOf(later)),
      ...(growth.own === null ? [] : [peerTable(growth.own, growth.peers)]),
    ],
    others: otherChanges(found, about).map(({ figure, change: other }) => ({
      label: `On another share, ${figure.source.title}`,
      outcome: { state: 'ok', measured: other },
      note: otherNote(figure),
    })),
    tags: tagsWhere({ 'order-assumed': isOrderAssumed }),
    notes: [relativeNote(found), ...growth.words],
    nonBinding: null,
  };
}

function workingsOf({ earlier, later, change }: ShareChange): string {
  const [now, then] = [pointOf(later), pointOf(earlier)];
  return `${digits(now)} % - ${digits(then)} % = ${measureWords(exactly(headlineOf(change)), 'points')}`;
}

function relativeNote({ earlier, change }: ShareChange): string {
  const part = (headlineOf(change) / pointOf(earlier)) * 100;
  const label = earlier.periodLabel === null ? '' : `, ${earlier.periodLabel}`;
  return `That is ${digits(part)} % of the earlier share${label}.`;
}

function otherNote({ definition }: FigureFacts): string {
  return definition === null
    ? 'Another source; its market may be defined otherwise.'
    : `Another source, which counts: ${definition}.`;
}

/** Growth of the company beside that of others in its sector, as one source gives it for one period. */
function growthWords(about: Study): {
  readonly figures: readonly FigureFacts[];
  readonly words: readonly string[];
  readonly own: Grown | null;
  readonly peers: readonly Grown[];
} {
  const [own] = growthOf(about.subject, about);
  if (own === undefined || about.subject.sector === null) return NOTHING_GROWN;
  const peers = about.index.view.entities
    .filter(({ id, sector }) => id !== about.subject.id && sector === about.subject.sector)
    .toSorted((a, b) => byText(a.name, b.name) || byText(a.id, b.id))
    .flatMap((peer) =>
      growthOf(peer, about)
        .filter((figure) => isSamePeriod(figure, own))
        .slice(0, 1),
    );
  if (peers.length === 0) return NOTHING_GROWN;
  const gaps = peers.map((figure) => {
    const gap = exactly(pointOf(own) - pointOf(figure));
    return `${digits(pointOf(figure))} % of ${nameOf(figure, about)} (${measureWords(gap, 'points')})`;
  });
  return {
    figures: [own, ...peers],
    words: [`It grew ${digits(pointOf(own))} % against ${gaps.join(' and ')}.`],
    own: grownOf(own, about),
    peers: peers.map((figure) => grownOf(figure, about)),
  };
}

const NOTHING_GROWN = { figures: [], words: [], own: null, peers: [] } as const;

function grownOf(figure: FigureFacts, about: Study): Grown {
  return { name: nameOf(figure, about), growth: pointOf(figure) };
}

function growthOf({ id }: EntityFacts, { index }: Study): readonly FigureFacts[] {
  return index
    .figuresOf(id)
    .filter(({ metric, unit }) => metric === 'growth' && unit === 'percent')
    .filter((figure) => isFirm(figure) && isKnowable(figure, index.view.asOf) && amountOf(figure) !== null)
    .toSorted((a, b) => byText(a.id, b.id));
}

function isSamePeriod(a: FigureFacts, b: FigureFacts): boolean {
  return (
    a.sourceId === b.sourceId &&
    a.basis === b.basis &&
    a.periodLabel === b.periodLabel &&
    a.periodEnd === b.periodEnd
  );
}

function pointOf(figure: FigureFacts): number {
  const amount = amountOf(figure);
  return amount === null ? Number.NaN : headlineOf(amount);
}

function nameOf({ entityId }: FigureFacts, { index }: Study): string {
  return index.entities.get(entityId)?.name ?? '';
}
