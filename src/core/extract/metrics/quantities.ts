import { scaleOf } from '../amounts.ts';
import { type Hedge, hedgeOf } from '../hedges.ts';
import type { Masked } from '../masked.ts';
import type { Placed } from '../placed.ts';
import type { ProposedQualifier } from '../report.ts';
import { DIGITS, WORDS, writtenNumber } from '../written-numbers.ts';

/** A number of a sentence with what it counts. Places are within the sentence. */
export interface Quantity extends Placed {
  readonly kind: 'money' | 'percent' | 'people' | 'power' | 'output' | 'users';
  readonly low: number | null;
  readonly high: number | null;
  readonly qualifier: ProposedQualifier;
  /** ISO currency, `percent`, or the thing counted as printed. */
  readonly unit: string;
}

/** In the order of the text. Prices by the piece are left out: they are no figure of a company. */
export function quantitiesIn(masked: Masked): readonly Quantity[] {
  const { text } = masked;
  const all = [...sumsOf(masked), ...percentsOf(masked), ...countsOf(masked)];
  return all
    .filter(({ kind, end }) => kind !== 'money' || !BY_THE_PIECE.test(text.slice(end)))
    .toSorted((a, b) => a.start - b.start);
}

const BY_THE_PIECE =
  /^(?:(?:,? (?:per|an?|each|every|for each|for every) |-a-|-per-| ?\/ ?)(?:(?:\d[\d,]*|thousand|million|dry|metric|troy|fine|GPU|square|sq|ordinary|American) )?(?:shares?|units?|tonnes?|tons?|ounces?|barrels?|pounds?|kilos?|kilograms?|kg|lb|oz|t|MWh|MW|GW|hectares?|acres?|kWh|MMBtu|therms?|lit(?:re|er)s?|gallons?|tokens?|users?|seats?|heads?|persons?|people|employees?|customers?|GPU|hours?|foot|feet|met(?:re|er)s?|ft|m2|nights?|rooms?|homes?|tickets?|miles?|pieces?|ADRs?|ADSs?|vehicles?|cars?|doses?|bushels?|bottles?|pints?|wafers?|chips?)\b| ?(?:each|apiece)\b)/iu;

function sumsOf({ money, start, sentence }: Masked): readonly Quantity[] {
  return money.map((sum) => ({
    kind: 'money',
    start: sum.start - start,
    end: sum.end - start,
    low: sum.low,
    high: sum.high,
    qualifier: sum.qualifier,
    unit: sum.currency === '' ? sentence.kind : sum.currency,
  }));
}

function percentsOf(masked: Masked): readonly Quantity[] {
  const places = masked.percents.map(({ start, end, value }) => ({
    start: start - masked.start,
    end: end - masked.start,
    value,
  }));
  return places.map((place): Quantity => {
    const hedge = hedgeOf(masked.sentence.text, place.start, place.end);
    return {
      kind: 'percent',
      start: place.start,
      end: place.end,
      ...endsOf(place.value, hedge),
      qualifier: hedge,
      unit: 'percent',
    };
  });
}

function endsOf(value: number, hedge: Hedge): { readonly low: number | null; readonly high: number | null } {
  if (hedge === 'exact' || hedge === 'approx') return { low: value, high: value };
  return hedge === 'at-least' || hedge === 'over' ? { low: value, high: null } : { low: null, high: value };
}

const PEOPLE =
  'employees|employee(?= salar)|staff(?:ers)?|workers|people|personnel|colleagues|full-time equivalents|FTEs|associates|crew|jobs|roles|positions|posts|redundancies|layoffs|engineers|scientists|drivers|pilots|miners|contractors|permanent staff';
const POWER =
  'MW[- ]hours?|GWh|MWh|TWh|kWh|GWp|MWp|MWac|MWdc|GW|MW|TW|kW|gigawatts?(?:[- ]hours?)?|megawatts?(?:[- ]hours?)?|terawatts?[- ]hours?|kilowatts?';
const OUTPUT =
  'million tonnes per annum|mtpa|Mtpa|MTPA|tonnes|metric tons|tons|kt|Mt|barrels(?: of oil(?: equivalent)?)?|bpd|boepd|boed|b\\/d|kboed|cubic (?:feet|metres|meters)|bcf|mmcfd|wafers|vehicles|cars|units|beds|rooms|seats|TEUs?|square (?:feet|metres|meters)|sq ?(?:ft|m)|litres|liters|gallons|ounces|oz|petaflops|exaflops|chips|GPUs|batteries|packages|doses|parcels|passengers';
const USERS =
  'users|customers|subscribers|members|merchants|accounts|clients|policyholders|downloads|listeners|viewers|patients|guests|visitors';
const SCALES = 'thousand|million|billion|trillion|lakh|crore|mn|bn|m|k';
const NUMBER = `(?:${DIGITS}|${WORDS})`;
const COUNT = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,$£€₹¥-])(?<number>${NUMBER})(?:(?: ?[-–] ?| to )(?<upper>${NUMBER}))?(?<plus>\+)?(?:[ -]?(?<scale>${SCALES})(?![\p{L}]))?(?<plusAfter>\+)?(?<gap>[ -]?(?:(?:of|more|new|full-time|part-time|permanent|paying|paid|active|monthly|daily|weekly|global|registered|corporate|retail|mobile|broadband|annual|additional|extra|contract|head office|office|further|other|metric|dry|finished|operational|installed|net|gross|\ue000+|\p{Ll}+(?:ing|al|ed)) ){0,4})(?:(?<people>${PEOPLE})|(?<power>${POWER})|(?<output>${OUTPUT})|(?<users>${USERS}))(?![\p{L}\p{N}])`,
  'gu',
);
/** `workforce of 2,500`, `headcount stands at 8,450`, `Staff: 1,150`: the noun says what is counted. */
const HEADS = new RegExp(
  String.raw`\b(?:[Ww]orkforce|[Hh]eadcount|[Pp]ayroll|[Ss]taff(?: numbers| count)?|[Ee]mployees|[Nn]umber of employees)(?: (?:at|of|in) (?:the )?\ue000+)?(?:,? (?:of|to|at|by|was|is|were|stands at|stood at|totall?ed|rose to|fell to|grew to|numbers|numbering|from)|:| -| –)(?: \p{L}+ly| to| at| a| about| around| some| nearly| over| more than| almost| roughly| just| under| fewer than| less than| up| total of| record| of| now){0,4} (?<number>${DIGITS})(?<scale> (?:million|thousand))?(?!\.?\d| ?(?:%|per ?cent|pc\b|million|billion))`,
  'gu',
);
const STRONG = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,-])(?<number>${DIGITS})-(?:strong|person|member) (?:workforce|team|staff|company|firm|crew|group)`,
  'gu',
);

const MAY_COUNT =
  /employ|staff|worker|people|person|colleague|equivalents|ftes|associates|crew|jobs|roles|positions|posts|redundanc|layoffs|engineers|scientists|drivers|pilots|miners|contractors|workforce|headcount|payroll|strong|member|[gmtk]w|watt|tonne|mtpa|\btons|\bkt\b|\bmt\b|barrel|bpd|boe|b\/d|cubic|bcf|mmcfd|wafer|vehicles|cars|units|beds|rooms|seats|teu|square|\bsq|lit(?:re|er)s|gallons|ounces|\boz\b|flops|chips|gpus|batteries|packages|doses|parcels|passengers|users|customers|subscribers|merchants|accounts|clients|policyholders|downloads|listeners|viewers|patients|guests|visitors/;

function countsOf(masked: Masked): readonly Quantity[] {
  const { text } = masked;
  if (!MAY_COUNT.test(masked.lower)) return [];
  const counted = [...text.matchAll(COUNT)].flatMap((match) => countOf(match, text));
  const heads = [...text.matchAll(HEADS), ...text.matchAll(STRONG)].flatMap((match) => headsOf(match, text));
  return [
    ...counted,
    ...heads.filter((head) => !counted.some((count) => count.start <= head.start && head.start < count.end)),
  ];
}

function countOf(match: RegExpExecArray, text: string): Quantity[] {
  const {
    number = '',
    upper,
    scale,
    people,
    power,
    output,
    users,
    gap = '',
    plus,
    plusAfter,
  } = match.groups ?? {};
  const unit = people ?? power ?? output ?? users ?? '';
  const low = scaled(number, scale);
  const high = upper === undefined ? low : scaled(upper, scale);
  const isYear = /^(?:19|20)\d\d$/u.test(number) && scale === undefined && power === undefined;
  if (
    low === null ||
    high === null ||
    high < low ||
    isYear ||
    (gap === '' && power === undefined && output === undefined)
  )
    return [];
  const numberEnd = match.index + match[0].length - gap.length - unit.length;
  const hedge = (plus ?? plusAfter) === undefined ? hedgeOf(text, match.index, numberEnd) : 'at-least';
  const kind =
    people !== undefined
      ? 'people'
      : power !== undefined
        ? 'power'
        : output !== undefined
          ? 'output'
          : 'users';
  const ends =
    upper === undefined
      ? { ...endsOf(low, hedge), qualifier: hedge }
      : { low, high, qualifier: 'range' as const };
  return [{ kind, start: match.index, end: match.index + match[0].length, ...ends, unit }];
}

function headsOf(match: RegExpExecArray, text: string): Quantity[] {
  const { number = '', scale } = match.groups ?? {};
  const count = scaled(number, scale?.trim());
  if (count === null) return [];
  const start = match.index + match[0].lastIndexOf(number);
  const hedge = hedgeOf(text, start, start + number.length);
  return [
    {
      kind: 'people',
      start,
      end: start + number.length,
      ...endsOf(count, hedge),
      qualifier: hedge,
      unit: 'people',
    },
  ];
}

function scaled(number: string, scale: string | undefined): number | null {
  const count = writtenNumber(number);
  const factor = scale === undefined ? 1 : scaleOf(scale);
  return count === null || factor === null ? null : Number((count * factor).toPrecision(15));
}
