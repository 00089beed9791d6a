import { groupBy } from '../group-by.ts';
import { type AbnormalReturn, abnormalReturn } from '../market/abnormal-return.ts';
import { fitMarketModel, type MarketModel } from '../market/market-model.ts';
import { type Close, pairedReturns, type SessionReturn, sessionOn, windowed } from '../market/sessions.ts';
import type {
  DealFacts,
  EntityFacts,
  KeyDateFacts,
  PriceFacts,
  ReactionFacts,
} from '../model/ledger-view.ts';
import type { Day } from '../quantities/day.ts';
import { byText } from '../text-order.ts';
import { isPublished, neighbourhoodOf } from './neighbourhood.ts';
import type { Study } from './study.ts';

/** A deal of the subject with a listed party, or one whose share a source says moved. */
export interface ShareEvent {
  readonly deal: DealFacts;
  readonly instrument: EntityFacts;
  /** Moves as sources report them: raw, never abnormal. */
  readonly reported: readonly ReactionFacts[];
  readonly study: EventStudy | Unstudied;
}

export interface EventStudy {
  readonly state: 'ok';
  readonly day: Day;
  readonly model: MarketModel;
  readonly found: AbnormalReturn;
  /** Abnormal return of the session of the event itself, or of the return that spans it. */
  readonly ownDay: number;
  readonly series: { readonly ticker: string; readonly index: string; readonly isAdjusted: boolean };
  /** Sessions of the windows without a usable daily return. */
  readonly dropped: number;
  readonly isThin: boolean;
  readonly isRarelyTraded: boolean;
  /** Other dated events of the subject within the event window. */
  readonly confounding: readonly KeyDateFacts[];
}

export interface Unstudied {
  readonly state: 'insufficient-data';
  readonly missing: readonly string[];
}

/** Estimation windows shorter than this measure nothing; shorter than twice this they are thin. */
const SHORTEST = 30;
const RARELY = 0.3;

/** By deal name, then instrument. */
export function shareEvents(study: Study): readonly ShareEvent[] {
  const { deals } = neighbourhoodOf(study);
  const events = deals.flatMap((deal) =>
    instrumentsOf(deal, study).map((instrument) => {
      const reported = reportedOn(deal, instrument, study);
      return { deal, instrument, reported, study: studyOf(deal, instrument, study) };
    }),
  );
  return events.toSorted(
    (a, b) => byText(a.deal.name, b.deal.name) || byText(a.instrument.name, b.instrument.name),
  );
}

/** Parties of the deal or their parents with a price series, and whoever's share is said to have moved. */
function instrumentsOf(deal: DealFacts, { index }: Study): readonly EntityFacts[] {
  const priced = deal.parties
    .flatMap(({ entity }) => index.chainOf(entity))
    .filter(({ id }) => index.events.pricesOf(id).length > 0);
  const moved = index.events
    .reactionsAbout(deal.id)
    .flatMap(({ entityId }) => index.entities.get(entityId) ?? []);
  return [...new Map([...priced, ...moved].map((entity) => [entity.id, entity])).values()];
}

function reportedOn(deal: DealFacts, instrument: EntityFacts, { index }: Study): readonly ReactionFacts[] {
  return index.events
    .reactionsAbout(deal.id)
    .filter(({ entityId }) => entityId === instrument.id)
    .filter((reaction) => isPublished(reaction, index.view.asOf))
    .toSorted((a, b) => byText(a.id, b.id));
}

function studyOf(deal: DealFacts, instrument: EntityFacts, study: Study): ShareEvent['study'] {
  const { index } = study;
  const day = announcedOn(deal, study);
  const stock = seriesOf(index.events.pricesOf(instrument.id), index.view.asOf);
  const market = stock === null ? null : marketFor(stock, index.events.indexPrices, index.view.asOf);
  const missing = [
    ...(day === null ? [`the day on which ${deal.name} was announced`] : []),
    ...(stock === null ? [`daily closing prices of ${instrument.name} around the event`] : []),
    ...(market === null
      ? ['daily closes of a market index in the same currency, under a ticker that starts with ^']
      : []),
  ];
  if (day === null || stock === null || market === null) return { state: 'insufficient-data', missing };
  return studied({ day, stock, market, instrument }, study);
}

/** The day of the deal itself, else the one day that its announcements on file agree on. */
function announcedOn({ id, announcedOn: own }: DealFacts, { index }: Study): Day | null {
  if (own !== null) return own;
  const dated = index.events
    .keyDatesAbout(id)
    .filter(({ kind, status }) => kind === 'announcement' && status === 'occurred')
    .filter((date) => isPublished(date, index.view.asOf))
    .flatMap(({ fromOn, untilOn }) => (fromOn !== null && untilOn !== null ? [{ fromOn, untilOn }] : []));
  const [first] = dated.toSorted((a, b) => byText(b.fromOn, a.fromOn));
  return first !== undefined && dated.every(({ untilOn }) => untilOn > first.fromOn) ? first.fromOn : null;
}

interface Series {
  readonly ticker: string;
  readonly currency: PriceFacts['currency'];
  readonly isAdjusted: boolean;
  readonly closes: readonly Close[];
}

/** The longest series of one ticker, adjusted before unadjusted; sources that repeat a day count once, by id. */
function seriesOf(prices: readonly PriceFacts[], asOf: Day): Series | null {
  const known = prices.filter(({ onDay }) => onDay <= asOf);
  const groups = groupBy(known, ({ ticker, currency, isAdjusted }) =>
    [ticker, currency, isAdjusted].join(' '),
  );
  const all = [...groups.values()].flatMap((rows): readonly Series[] => {
    const [first] = rows;
    if (first === undefined) return [];
    const byDay = new Map(
      rows.toSorted((a, b) => byText(b.id, a.id)).map(({ onDay, close }) => [onDay, { day: onDay, close }]),
    );
    const closes = [...byDay.values()].toSorted((a, b) => byText(a.day, b.day));
    return [{ ticker: first.ticker, currency: first.currency, isAdjusted: first.isAdjusted === 1, closes }];
  });
  const [best] = all.toSorted(
    (a, b) =>
      Number(b.isAdjusted) - Number(a.isAdjusted) ||
      b.closes.length - a.closes.length ||
      byText(a.ticker, b.ticker),
  );
  return best ?? null;
}

function marketFor(stock: Series, prices: readonly PriceFacts[], asOf: Day): Series | null {
  return seriesOf(
    prices.filter(({ currency, ticker }) => currency === stock.currency && ticker !== stock.ticker),
    asOf,
  );
}

interface Prepared {
  readonly day: Day;
  readonly stock: Series;
  readonly market: Series;
  readonly instrument: EntityFacts;
}

function studied({ day, stock, market, instrument }: Prepared, study: Study): ShareEvent['study'] {
  const day0 = sessionOn(market.closes, day);
  const windows = day0 === null ? null : windowed(pairedReturns(market.closes, stock.closes), day0);
  if (day0 === null || windows === null || windows.event.length === 0)
    return {
      state: 'insufficient-data',
      missing: [`a price of ${instrument.name} within three sessions of ${day}`],
    };
  const { estimation, event } = windows;
  if (estimation.length < SHORTEST)
    return {
      state: 'insufficient-data',
      missing: [
        `at least ${SHORTEST} daily returns of ${instrument.name} before the event (${estimation.length} on file)`,
      ],
    };
  const model = fitMarketModel(estimation);
  if (model === null)
    return { state: 'insufficient-data', missing: ['prices that move, of the share and of its market'] };
  const found = abnormalReturn(model, event);
  return {
    state: 'ok',
    day,
    model,
    found,
    ownDay: found.parts[ownPart(event, day0)]?.abnormal ?? 0,
    series: { ticker: stock.ticker, index: market.ticker, isAdjusted: stock.isAdjusted },
    dropped: event.reduce((sum, { sessions }) => sum + sessions - 1, 0),
    isThin: estimation.length < 2 * SHORTEST,
    isRarelyTraded: estimation.filter((one) => one.stock === 0).length > RARELY * estimation.length,
    confounding: confoundingAt(market.closes, day0, study),
  };
}

function ownPart(event: readonly SessionReturn[], day0: number): number {
  return event.findIndex(({ from, at }) => from < day0 && at >= day0);
}

/** Other dated events of the subject between the sessions around the event. */
function confoundingAt(market: readonly Close[], day0: number, study: Study): readonly KeyDateFacts[] {
  const { family } = neighbourhoodOf(study);
  const [first, last] = [market[day0 - 1]?.day, market[day0 + 1]?.day];
  return family
    .flatMap(({ id }) => study.index.events.keyDatesAbout(id))
    .filter(({ kind, fromOn, status }) => kind !== 'announcement' && status === 'occurred' && fromOn !== null)
    .filter(({ fromOn }) => fromOn !== null && fromOn >= (first ?? '') && fromOn <= (last ?? first ?? ''))
    .filter((date) => isPublished(date, study.index.view.asOf))
    .toSorted((a, b) => byText(a.id, b.id));
}
