import { confidenceOf } from '../confidence.ts';
import { datesIn } from '../dates/dates.ts';
import { focusOf } from '../focus.ts';
import { maskedOf, shortSentences, withPlainNames } from '../masked.ts';
import type { Reading } from '../reading.ts';
import type { ProposedDate, ProposedMetric, Rated } from '../report.ts';
import { byCount } from './by-count.ts';
import { byNoun } from './by-noun.ts';
import { byVerb } from './by-verb.ts';
import type { Finding } from './finding.ts';
import { merged } from './merging.ts';
import { metricNounsIn } from './nouns.ts';
import { ownerOf, type Search } from './owners.ts';
import { periodOf } from './periods.ts';
import { type Quantity, quantitiesIn } from './quantities.ts';
import { tableMetrics } from './tables.ts';

type Metric = Rated<ProposedMetric>;

/**
 * Figures about organisations that a text states, one entry per entity, metric, amount and period. Law: the sum of a single
 * deal, the move of a share and a price by the piece are none; a fall is negative growth.
 */
export function metricsIn(
  document: Reading,
  dates: readonly ProposedDate[] = datesIn(document),
): readonly Metric[] {
  const reading = withPlainNames(document);
  const focus = focusOf(reading);
  const prose = shortSentences(reading)
    .filter(
      ({ kind, text }) =>
        kind !== 'row' &&
        /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|trillion|billion|million)\b/iu.test(
          text,
        ),
    )
    .flatMap((sentence) => inSentence({ reading, focus, masked: maskedOf(reading, sentence) }, dates));
  return merged([...prose, ...tableMetrics(reading, focus)].filter(({ entity }) => entity !== null));
}

function inSentence(search: Search, dates: readonly ProposedDate[]): readonly Metric[] {
  const { masked } = search;
  const quantities = quantitiesIn(masked);
  if (quantities.length === 0) return [];
  const { text, lower } = masked;
  const found = [
    ...byVerb(masked, quantities),
    ...byNoun(text, metricNounsIn(text, lower), quantities),
    ...byCount(text, quantities),
  ];
  const stated = onePerQuantity(found).filter(
    ({ quantity }) => !isExpectedByOthers(text, quantities, quantity),
  );
  return stated.map((finding) => metricOf(finding, search, dates));
}

const BY_OTHERS =
  /\b(?:analysts?|brokers|economists|consensus|Wall Street|the Street|StreetAccount|FactSet|Refinitiv|LSEG)\b[^;]*$/iu;

/** What analysts looked for is no figure of the company. */
function isExpectedByOthers(text: string, all: readonly Quantity[], { start }: Quantity): boolean {
  const previous = all.findLast(({ end }) => end <= start);
  return BY_OTHERS.test(text.slice(Math.max(previous?.end ?? 0, start - OTHERS_REACH), start));
}

const OTHERS_REACH = 110;

/** What a verb says outweighs a noun, and both what only the unit says. */
function onePerQuantity(found: readonly Finding[]): readonly Finding[] {
  const taken = new Set<Finding['quantity']>();
  return found.filter(({ quantity }) => {
    if (taken.has(quantity)) return false;
    taken.add(quantity);
    return true;
  });
}

function metricOf(finding: Finding, search: Search, dates: readonly ProposedDate[]): Metric {
  const { quantity, said, metric, rule, isNegative } = finding;
  const { low, high, qualifier, unit } = quantity;
  const start = search.masked.start;
  return {
    entity: ownerOf(finding, search),
    metric,
    low: isNegative ? negative(high ?? null) : low,
    high: isNegative ? negative(low ?? null) : high,
    qualifier,
    unit,
    period: periodOf(finding, search.masked, dates),
    evidenceStart: start + Math.min(said.start, quantity.start),
    evidenceEnd: start + Math.max(said.end, quantity.end),
    confidence: confidenceOf(rule),
  };
}

function negative(amount: number | null): number | null {
  return amount === null || amount === 0 ? amount : -amount;
}
