import { confidenceOf, type Rule } from './confidence.ts';
import { datesIn } from './dates/dates.ts';
import { dealsIn } from './deals/deals.ts';
import { metricsIn } from './metrics/metrics.ts';
import type { Money } from './money.ts';
import { reactionsIn } from './reactions/reactions.ts';
import { type Reading, readingOf } from './reading.ts';
import type { Extraction, ProposedQuote, Rated } from './report.ts';
import type { Speech } from './speech.ts';

/** What the words of a document propose, of every class. Pure and deterministic; calls no service and knows no names. */
export function extractDocument(text: string): Extraction {
  return extractionOf(text, readingOf(text));
}

/** The same of a document that was read already. */
export function extractionOf(text: string, reading: Reading): Extraction {
  const dates = datesIn(reading);
  const printed = <T extends { readonly start: number; readonly end: number }>(item: T) => ({
    ...item,
    text: text.slice(item.start, item.end),
  });
  return {
    source: reading.source,
    money: reading.money.map((sum) => ({
      ...printed(sum),
      confidence: confidenceOf(moneyRule(sum)),
    })),
    percents: reading.percents.map((percent) => ({
      ...printed(percent),
      confidence: confidenceOf('percents/written'),
    })),
    quotes: reading.speech.map((speech) => printed(quoteOf(speech))),
    deals: dealsIn(reading),
    reactions: reactionsIn(reading),
    metrics: metricsIn(reading, dates),
    dates,
    excluded: reading.excluded,
  };
}

function quoteOf({ text, start, end, speaker, by }: Speech): Rated<ProposedQuote> {
  return {
    text,
    start,
    end,
    speaker: speaker?.name ?? null,
    affiliation: speaker?.affiliation ?? null,
    role: speaker?.role ?? null,
    confidence: confidenceOf(quoteRule(speaker === null ? null : by)),
  };
}

/** A sum without any mark of its currency; a bare dollar of another home. */
const BARE = /^\d[\d.,]*\+?(?: ?more)? ?(?:[kmbt]n?|[mb]illions?|trillions?|trn|crores?|lakhs?)?$/iu;

function moneyRule({ text, currency }: Money): Rule {
  if (BARE.test(text)) return 'money/bare';
  return /^\$\d/u.test(text) && currency !== 'USD' ? 'money/home-dollar' : 'money/marked';
}

const QUOTE_RULES = {
  name: 'quotes/named',
  reference: 'quotes/reference',
  carrying: 'quotes/carried',
} as const satisfies Record<Speech['by'], Rule>;

function quoteRule(by: Speech['by'] | null): Rule {
  return by === null ? 'quotes/unnamed' : QUOTE_RULES[by];
}
