import { type Finding, finding, type Words } from './finding.ts';
import type { Quantity } from './quantities.ts';

/** Quantities that say by themselves what they measure: people employed, power to be had, users served. */
export function byCount(text: string, quantities: readonly Quantity[]): readonly Finding[] {
  return quantities.flatMap((quantity) => {
    const words = wordsOf(text, quantity);
    return words === null ? [] : [finding(quantity, { ...words, said: quantity })];
  });
}

function wordsOf(text: string, quantity: Quantity): Omit<Words, 'said'> | null {
  const before = text.slice(Math.max(0, quantity.start - 90), quantity.start);
  const after = text.slice(quantity.end, quantity.end + 70);
  switch (quantity.kind) {
    case 'people':
      return ofPeople(quantity, before, after);
    case 'power':
      return ofPower(quantity, before, after);
    case 'output':
      return ofOutput(before, after);
    case 'users':
      return ofUsers(quantity, before, after);
    case 'money':
    case 'percent':
      return null;
  }
}

const CUTS =
  /\b(?:cut(?:s|ting)?|ax(?:e|es|ed|ing)|shed(?:s|ding)?|slash(?:es|ed|ing)?|eliminat(?:e|es|ed|ing)|scrap(?:s|ped|ping)?)\b[^.;,]{0,30}$/iu;
const CHANGES_STAFF =
  /\b(?:cut(?:s|ting)?|ax(?:e|es|ed|ing)|shed(?:s|ding)?|la(?:y|ys|id|ying) off|slash(?:es|ed|ing)?|eliminat(?:e|es|ed|ing)|los(?:e|s|t|ing)|hir(?:e|es|ed|ing)|recruit(?:s|ed|ing)?|sack(?:s|ed|ing)?|fir(?:e|es|ed|ing)|mak(?:e|es|ing) redundant|affect(?:s|ed|ing)?|add(?:s|ed|ing)?|redundan\p{L}+)\b[^.;,]{0,50}$/iu;
const EMPLOYS =
  /\b(?:employ(?:s|ed|ing)?|workforce|headcount|payroll|has|have|had|with|staff|of its|team of|its|total|plus|and|number(?:s|ing)|by|group of)\b[^.;,]{0,45}$/iu;

function ofPeople({ unit, low, high }: Quantity, before: string, after: string): Omit<Words, 'said'> | null {
  if ((low ?? high ?? 0) < 5) return null;
  if (/^(?:jobs|roles|positions|posts|redundancies|layoffs)$/u.test(unit))
    return CUTS.test(before) ? { metric: 'other', rule: 'metrics/jobs' } : null;
  if (CHANGES_STAFF.test(before)) return null;
  const isCrowd =
    unit === 'people' &&
    !/\b(?:employ(?:s|ed|ing)?|workforce|headcount|payroll|staff|team)\b/iu.test(before) &&
    !/^-|strong/u.test(after);
  if (isCrowd) return null;
  return EMPLOYS.test(before) ||
    /^(?:['’]?s? (?:salar|at its|in its|across|worldwide|globally|in \d|on its|,)|,? (?:work|are employed|at the end))/u.test(
      after,
    ) ||
    / salar/u.test(after.slice(0, 12))
    ? { metric: 'headcount', rule: 'metrics/people' }
    : null;
}

const GENERATES =
  /\b(?:capacity|farms?|plants?|stations?|parks?|projects?|portfolio|pipeline|campus(?:es)?|sites?|facilit(?:y|ies)|data ?cent(?:er|re)s?|batter(?:y|ies)|storage|arrays?|reactors?|units?|turbines?|wind|solar|power|load|operat(?:ion|ing|ional)|construction|development|installed|online|connected|generation|compute|contract|electroly[sz]ers?|assets|renewables?|gas|hydro|nuclear|grid|output)\b/iu;

/** `the 150MW Oak Trail solar farm`: the size of a thing that is named for another reason. */
const QUALIFIES =
  /^(?:-[\p{L}]+)? (?:\ue000+|\ue002+)|^(?:-[\p{L}]+)? (?:[\p{Ll}-]+ ){0,2}(?:projects?|plants?|farms?|parks?|stations?|facilit(?:y|ies)|sites?|arrays?|campus|units?|turbines?|data cent(?:er|re)s?|power)\b/u;

function ofPower({ unit }: Quantity, before: string, after: string): Omit<Words, 'said'> | null {
  const isEnergy = /[wW]h$|hours?$/u.test(unit);
  if (/^(?: ?(?:per|a|an|\/) ?(?:MWh|MW|kWh|hour)\b)/iu.test(after) || /\b(?:per|\/|a) ?$/iu.test(before))
    return null;
  if (isEnergy && !/\b(?:capacity|storage|batter|annual|a year|per year)\b/iu.test(before + after))
    return null;
  if (QUALIFIES.test(after)) return null;
  return GENERATES.test(before.slice(-60)) || GENERATES.test(after.slice(0, 45))
    ? { metric: 'capacity', rule: 'metrics/power' }
    : null;
}

const OVER_TIME =
  /^(?:,? (?:of [\p{L}\ue000 -]{1,40} )?(?:a|per|each|every|an|annually|yearly|daily) ?(?:year|day|month|week|annum|hour)?|\/(?:day|d|year|yr|month))/u;
const MAKES =
  /\b(?:capacity|produc(?:e|es|ed|ing|tion)|mak(?:e|es|ing)|made|manufactur\p{L}+|handl(?:e|es|ed|ing)|process(?:es|ed|ing)?|output|churn\p{L}*|refin(?:e|es|ed|ing|ery)|pump(?:s|ed|ing)?|capable|throughput|nameplate)\b[^.;]{0,60}$/iu;

function ofOutput(before: string, after: string): Omit<Words, 'said'> | null {
  const isCapacity =
    /\bcapacity\b[^.;,]{0,50}$/iu.test(before) || /^(?: of)?(?: [\p{L}-]+){0,2} capacity\b/iu.test(after);
  if (isCapacity) return { metric: 'capacity', rule: 'metrics/output' };
  return MAKES.test(before) && OVER_TIME.test(after) && !/\bprice|\bcost/iu.test(before)
    ? { metric: 'capacity', rule: 'metrics/output' }
    : null;
}

const SERVES =
  /\b(?:has|have|had|serv(?:e|es|ed|ing)|with|reach(?:es|ed|ing)?|to|for|of|over|than|now|counts?|boasts?|base|totall?(?:ed|ing)|added|gained|signed up|lost|by|:|about|around|some|nearly|attracted|its|hit)[^.;,]{0,25}$/iu;

function ofUsers({ low, high }: Quantity, before: string, after: string): Omit<Words, 'said'> | null {
  if ((low ?? high ?? 0) < 1000) return null;
  if (/^['’]/u.test(after)) return null;
  return SERVES.test(before) || before.trim() === '' ? { metric: 'other', rule: 'metrics/users' } : null;
}
