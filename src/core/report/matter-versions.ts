import { amountOf } from '../figures/amount.ts';
import { statedText } from '../figures/stated-text.ts';
import { widenedForAgreement } from '../figures/written-precision.ts';
import { excludesDay } from '../metrics/disagreement.ts';
import type { Study } from '../metrics/study.ts';
import type { FigureFacts, KeyDateFacts, SourceFacts } from '../model/ledger-view.ts';
import { dayBefore, dayNumber } from '../quantities/day.ts';
import type { Interval } from '../quantities/interval.ts';
import { windowInWords } from '../signals/day-words.ts';
import { windowWords } from '../signals/event-evidence.ts';
import type { Version } from './matter.ts';

/** How a version stands beside the others of its matter. */
export interface Standing {
  /** Null for a claim on the matter. */
  readonly difference: string | null;
  readonly excludes: readonly string[];
  readonly takenBy: readonly string[];
}

export function amountVersion(figure: FigureFacts, standing: Standing, study: Study): Version {
  return {
    ...evidenceOf(figure, study),
    stated: statedText(figure),
    wording: figure.wording,
    qualifier: figure.qualifier,
    interval: amountOf(figure),
    widened: widenedForAgreement(figure),
    isOpenBelow: false,
    unit: figure.unit,
    credibility: figure.credibility,
    isPrimary: figure.isPrimary === 1,
    basis: figure.basis,
    accounting: figure.accounting,
    status: figure.status,
    period: figure.periodLabel ?? windowWords(figure.periodStart, figure.periodEnd),
    definition: figure.definition,
    difference: standing.difference,
    excludes: [...standing.excludes],
    takenBy: [...standing.takenBy],
  };
}

export function dateVersion(date: KeyDateFacts, all: readonly KeyDateFacts[], study: Study): Version {
  const interval = daysOf(date);
  return {
    ...evidenceOf(date, study),
    stated: windowInWords(date.fromOn, date.untilOn) ?? 'undated',
    wording: date.wording,
    qualifier: null,
    interval,
    widened: interval,
    isOpenBelow: date.fromOn === null,
    unit: 'day',
    credibility: null,
    isPrimary: false,
    basis: null,
    accounting: null,
    status: date.status,
    period: null,
    definition: null,
    difference: null,
    excludes: all.filter((other) => other.id !== date.id && excludesDay(date, other)).map(({ id }) => id),
    takenBy: [],
  };
}

/** Days since 1970-01-01; a window that states only its last day is drawn at that day and is open below. */
function daysOf({ fromOn, untilOn }: KeyDateFacts): Interval | null {
  const last = untilOn === null ? null : dayNumber(dayBefore(untilOn));
  const first = fromOn === null ? last : dayNumber(fromOn);
  if (first === null) return null;
  return { lo: first, point: first === last ? first : null, hi: last };
}

interface Evidence {
  readonly id: string;
  readonly source: SourceFacts;
  readonly passageId: string | null;
  readonly quote: string | null;
}

function evidenceOf({ id, source, passageId, quote }: Evidence, { index }: Study) {
  return {
    id,
    sourceId: source.id,
    source: source.title,
    publisher: source.publisher,
    publishedOn: source.publishedOn,
    reliability: source.reliability,
    passageId,
    quote,
    origins: originTitles(source, index),
  };
}

/** Documents at the ends of the citations, so that two reports of one origin do not pass for two. */
function originTitles(source: SourceFacts, { events, view }: Study['index']): string[] {
  if (source.id === '') return [];
  const titles = new Map(view.sources.map(({ id, title }) => [id, title]));
  return events.originsOf(source.id).map((id) => titles.get(id) ?? source.title);
}
