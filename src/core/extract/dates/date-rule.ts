import type { Day } from '../../quantities/day.ts';
import type { DayWindow } from './calendar.ts';

/** What the reading of a date may lean on besides its own words. */
export interface Setting {
  /** Null where it is unknown: then only what the words fix by themselves has a window. */
  readonly publishedOn: Day | null;
  /** Month in which a fiscal year begins, the year named being the one it ends in; null where the text does not tell. */
  readonly fiscalStart: number | null;
}

export interface DateRule {
  readonly pattern: RegExp;
  /** Null where the words leave the days open. `around` is the text near the date, for its tense. */
  readonly window: (groups: Groups, setting: Setting, around: string) => DayWindow | null;
}

export type Groups = Readonly<Record<string, string | undefined>>;

/** A pattern that no letter or figure follows; what may stand before it `boundMatches` looks at. */
export function bounded(source: string): RegExp {
  return new RegExp(String.raw`(?:${source})(?![\p{L}\p{N}])(?![-/,.]\d)`, 'gu');
}

const BOUND_BEFORE = /[\p{L}\p{N}$£€¥₹.,/-]$/u;

/**
 * Matches of a pattern that no letter or figure stands right before. The same by a look behind would be tried at every
 * character of a text.
 */
export function boundMatches(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const isBound = BOUND_BEFORE.test(text.slice(Math.max(0, match.index - 2), match.index));
    if (isBound) pattern.lastIndex = match.index + 1;
    else found.push(match);
  }
  return found;
}

/** Words before a date that belong to its place in time and not to its days. */
export const LEAD = String.raw`(?:(?:[Bb]y|[Uu]ntil|[Tt]ill|[Ss]ince|[Bb]efore|[Aa]fter) (?:the )?)?`;

const FUTURE =
  /\b(?:will|shall|expect(?:s|ed)? to|expected|due|plan(?:s|ned|ning)?|schedul\p{L}+|set to|to be|would|target\p{L}*|aim(?:s|ed|ing)?|forecast\p{L}*|propos\p{L}+|anticipat\p{L}+|by)\b/iu;

/** Whether the words around speak of what is to come. */
export function looksAhead(around: string): boolean {
  return FUTURE.test(around);
}
