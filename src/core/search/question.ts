import type { Metric } from '../model/figure.ts';
import { type UnitId, unitOf } from '../quantities/unit.ts';
import { type AskedAmount, askedAmountIn, type Comparison } from './asked-amount.ts';
import { type AskedPeriod, askedPeriodIn } from './asked-period.ts';
import { isOfMoney, type Matter, matterIn } from './matters.ts';

/**
 * A search that asks for amounts, as it was understood: `commitment > 10bn 2026`, `deals over $1bn with oracle`,
 * `growth 20%..40%`, `loss 2025`.
 */
export interface Question {
  /** Metrics that count; null: any. */
  readonly metrics: readonly Metric[] | null;
  /** Null: any amount. */
  readonly comparison: Comparison | null;
  /** Unit that the question names; null: any unit, or any currency where it speaks of money. */
  readonly unit: UnitId | null;
  readonly isMoney: boolean;
  readonly period: Pick<AskedPeriod, 'start' | 'end' | 'words'> | null;
  /** What else is asked for: names and other words, to be looked for as words. */
  readonly words: string;
  /** What of it can be looked for in texts: the words and what is asked about, without the amount. */
  readonly textWords: string;
  /** How it was understood, in a sentence for the analyst. */
  readonly reading: string;
}

interface Stretch {
  readonly from: number;
  readonly until: number;
}

/** Null for a search that asks for no amount: it is one for words. */
export function parseQuestion(text: string): Question | null {
  if (text.includes('"')) return null;
  const asked = amountAsked(text);
  const rest = asked === null ? text : without(text, [{ from: asked.start, until: asked.end }]);
  const period = askedPeriodIn(rest);
  const dated = period === null ? rest : without(rest, [period]);
  const found = matterIn(dated);
  if (asked === null && (found === null || period === null)) return null;
  const named = found === null ? dated : without(dated, [{ from: found.start, until: found.end }]);
  const words = meaningful(named);
  return {
    metrics: found?.matter.metrics ?? null,
    comparison: asked?.comparison ?? null,
    unit: asked?.unit ?? null,
    isMoney: asked?.isMoney ?? false,
    period: period === null ? null : { start: period.start, end: period.end, words: period.words },
    words,
    textWords: asked?.isBare === true ? text : textWordsOf(found?.matter ?? null, dated, words),
    reading: readingOf({ matter: found?.matter ?? null, asked, period, words }),
  };
}

/** An amount with a scale is one of money, unless it is asked of what has none: users, growth. */
function amountAsked(text: string): AskedAmount | null {
  const asked = askedAmountIn(text);
  if (asked === null) return null;
  const matter = matterIn(text)?.matter ?? null;
  if (matter === null) return asked.isVague ? null : asked;
  return { ...asked, isMoney: asked.isMoney && isOfMoney(matter) };
}

function without(text: string, stretches: readonly Stretch[]): string {
  return stretches.reduce((left, { from, until }) => `${left.slice(0, from)} ${left.slice(until)}`, text);
}

const FILLERS =
  /(?<![\p{L}\p{N}"-])(?:with|of|in|on|for|from|by|to|at|the|a|an|and|or|which|what|any|all|whose|is|are|was|were|has|have|had|that|than|figures?|amounts?|figure|about|how|much|many)(?![\p{L}\p{N}"])/giu;

function meaningful(text: string): string {
  return text.replace(FILLERS, ' ').replace(/\s+/gu, ' ').trim();
}

/** A text speaks of a deal or of deals: the beginning of the word is looked for. */
function textWordsOf(matter: Matter | null, dated: string, words: string): string {
  const named = matter === null ? null : (matter.words.exec(dated)?.[0] ?? null);
  if (named === null) return words;
  const beginning = named.replace(/(?:s|es)$/iu, '');
  return `${beginning.includes(' ') ? `"${beginning}"*` : `${beginning}*`} ${words}`.trim();
}

interface Understood {
  readonly matter: Matter | null;
  readonly asked: AskedAmount | null;
  readonly period: AskedPeriod | null;
  readonly words: string;
}

function readingOf({ matter, asked, period, words }: Understood): string {
  const what = matter === null ? 'Figures' : `Figures of ${matter.name}`;
  const parts = [
    asked === null ? what : `${what} ${asked.words}${unitWords(asked)}`,
    asked?.isMoney && asked.unit === null ? 'any currency' : null,
    period?.words ?? null,
    words === '' ? null : `found by “${words}”`,
  ];
  return `${parts.filter((part) => part !== null).join(', ')}.`;
}

function unitWords({ unit }: AskedAmount): string {
  if (unit === null) return '';
  if (unit === 'percent') return ' %';
  return unitOf(unit).kind === 'money' ? ` ${unit}` : ` ${unitOf(unit).label}`;
}
