import type { Extraction } from '#core/extract/report.ts';
import type { Annotations, Article, Span } from './annotations.ts';

/** One class of one article: which proposals are right, which are not, and what was missed. */
export interface Verdicts {
  readonly right: readonly Pair[];
  readonly wrong: readonly Proposal[];
  readonly missed: readonly unknown[];
}

export interface Proposal {
  readonly confidence: number;
}

export interface Pair {
  readonly expected: unknown;
  readonly proposed: Proposal;
  /** What is reported apart: whether it is right, too. */
  readonly apart: Readonly<Record<string, boolean>>;
}

export const CLASSES = ['money', 'percents', 'quotes', 'reactions', 'deals', 'metrics'] as const;
export type Class = (typeof CLASSES)[number];

export function verdictsOf(
  className: Class,
  { text, expected }: Article,
  extraction: Pick<Extraction, Class>,
): Verdicts {
  switch (className) {
    case 'money':
      return paired(expected.money, extraction.money, sameMoney, (a, b) => ({
        qualifier: a.qualifier === b.qualifier,
      }));
    case 'percents':
      return paired(expected.percents, extraction.percents, (a, b) => sameSpan(a, b) && a.value === b.value);
    case 'quotes':
      return paired(expected.quotes, extraction.quotes, (a, b) => sameWords(a, b, text), saidRight);
    case 'deals':
      return paired(expected.deals, extraction.deals, sameDeal, (a, b) => ({
        kind: a.kind === b.kind,
        status: a.status === b.status,
        qualifier: a.qualifier === b.qualifier,
        term: a.termYears === b.termYears,
      }));
    case 'reactions':
      return paired(expected.reactions, extraction.reactions, sameReaction, (a, b) => ({
        value: a.valueChange === b.valueChange,
      }));
    case 'metrics':
      return paired(expected.metrics, extraction.metrics, sameMetric, (a, b) => ({
        unit: a.unit === b.unit,
        qualifier: a.qualifier === b.qualifier,
        period: a.period === b.period,
      }));
  }
}

/** One to one, what must be found before what may be; what may be found counts neither way. */
function paired<E extends { readonly optional?: true | undefined }, P extends Proposal>(
  expected: readonly E[],
  proposed: readonly P[],
  isSame: (expected: E, proposed: P) => boolean,
  apartOf: (expected: E, proposed: P) => Readonly<Record<string, boolean>> = () => ({}),
): Verdicts {
  const left = [...proposed];
  const right: Pair[] = [];
  const missed: E[] = [];
  const take = (item: E): P | null => {
    const at = left.findIndex((each) => isSame(item, each));
    return at < 0 ? null : (left.splice(at, 1)[0] ?? null);
  };
  for (const item of expected.filter(({ optional }) => optional !== true)) {
    const found = take(item);
    if (found === null) missed.push(item);
    else right.push({ expected: item, proposed: found, apart: apartOf(item, found) });
  }
  for (const item of expected.filter(({ optional }) => optional === true)) take(item);
  return { right, wrong: left, missed };
}

const MOST_OFF = 1;

function sameSpan(a: Span, b: Span): boolean {
  return Math.abs(a.start - b.start) <= MOST_OFF && Math.abs(a.end - b.end) <= MOST_OFF;
}

type Money = Annotations['money'][number];

function sameMoney(a: Money, b: Extraction['money'][number]): boolean {
  return sameSpan(a, b) && a.low === b.low && a.high === b.high && a.currency === b.currency;
}

const COMMON_WORDS = 0.8;

/** Of the words of the longer, those in both. */
export function sameWords(a: Span, b: Span, text: string): boolean {
  const words = (from: number, until: number) =>
    from >= until ? 0 : (text.slice(from, until).match(/[\p{L}\p{N}’']+/gu)?.length ?? 0);
  const common = words(Math.max(a.start, b.start), Math.min(a.end, b.end));
  const longest = Math.max(words(a.start, a.end), words(b.start, b.end));
  return common > 0 && common >= COMMON_WORDS * longest;
}

function saidRight(a: Annotations['quotes'][number], b: Extraction['quotes'][number]) {
  return {
    speaker: sameSpeaker(a.speaker, b.speaker),
    affiliation: sameAffiliation(a.affiliation, b.affiliation),
    role: (a.role ?? '').toLowerCase() === (b.role ?? '').toLowerCase(),
  };
}

/** The short form of a name stands for the long one. */
function sameAffiliation(expected: string | null, proposed: string | null): boolean {
  if (expected === null || proposed === null) return expected === proposed;
  const [a, b] = [plain(expected), plain(proposed)];
  return sameName(expected, proposed) || a.startsWith(`${b} `) || b.startsWith(`${a} `);
}

/** Surnames or organisations are equal; nobody is nobody. */
export function sameSpeaker(expected: string | null, proposed: string | null): boolean {
  if (expected === null || proposed === null) return expected === proposed;
  const surname = (name: string) => plain(name).split(' ').at(-1);
  return expected
    .split('|')
    .some((name) => plain(name) === plain(proposed) || surname(name) === surname(proposed));
}

const LEGAL_FORM =
  /(?: (?:inc|incorporated|corp|corporation|co|company|ltd|limited|plc|llc|llp|lp|ag|sa|se|nv|bv|gmbh|ab|asa|oyj|spa|pty|pvt|holdings?|group))+$/u;

function plain(name: string): string {
  const words = name
    .toLowerCase()
    .replace(/[’']s$/u, '')
    .replace(/[.,’'"“”]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^the /u, '');
  return words.replace(LEGAL_FORM, '') || words;
}

/** `A|B` is either; legal forms and articles count for nothing. */
export function sameName(expected: string, proposed: string | null): boolean {
  return proposed !== null && expected.split('|').some((name) => plain(name) === plain(proposed));
}

interface Ends {
  readonly low: number | null;
  readonly high: number | null;
}

/** The same figures, whichever end the hedge leaves open: the qualifier is reported apart. */
function sameAmount(a: Ends, b: Ends): boolean {
  return (a.low ?? a.high) === (b.low ?? b.high) && (a.high ?? a.low) === (b.high ?? b.low);
}

const MAIN_PARTIES = 2;

function sameDeal(a: Annotations['deals'][number], b: Extraction['deals'][number]): boolean {
  const isPriced = a.low !== null || a.high !== null;
  if (!sameAmount(a, b) || (isPriced && a.currency !== b.currency)) return false;
  const common = a.parties.filter(({ name }) => b.parties.some((party) => sameName(name, party.name)));
  return common.length >= Math.min(MAIN_PARTIES, a.parties.length);
}

function sameReaction(a: Annotations['reactions'][number], b: Extraction['reactions'][number]): boolean {
  return (
    sameName(a.entity, b.entity) &&
    a.direction === b.direction &&
    (a.percent === null || a.percent === b.percent)
  );
}

function sameMetric(a: Annotations['metrics'][number], b: Extraction['metrics'][number]): boolean {
  const isOf = a.entity === null ? b.entity === null : sameName(a.entity, b.entity);
  return isOf && a.metric === b.metric && sameAmount(a, b);
}
