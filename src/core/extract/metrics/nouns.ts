import { inLowerCase } from '../masked.ts';
import type { Placed } from '../placed.ts';
import type { ProposedMetricName } from '../report.ts';

/** Words that name what is measured. Places are within the sentence. */
export interface MetricNoun extends Placed {
  readonly metric: ProposedMetricName;
  /** What its amounts are: `share` is a percentage of something, `money` may grow by one. */
  readonly of: 'money' | 'share' | 'growth' | 'capacity';
  /** What of a business the noun names; `none`: nothing that is a figure of its own. */
  readonly id: NounId;
}

type NounId =
  | 'ratio'
  | 'share'
  | 'profit'
  | 'loss'
  | 'value'
  | 'commitments'
  | 'orders'
  | 'balance'
  | 'revenue'
  | 'growth'
  | 'capacity'
  | 'none';

interface Kind {
  readonly id: NounId;
  readonly metric: ProposedMetricName;
  readonly of: MetricNoun['of'];
  readonly words: string;
  /** Stems of which one must stand in the lower-case text; spares most sentences the pattern. */
  readonly stems: RegExp;
}

const KINDS: readonly Kind[] = [
  {
    id: 'ratio',
    metric: 'other',
    of: 'share',
    stems: /margin|occupancy|utili[sz]|load factor|loan-to|combined ratio|cet|capital ratio/,
    words:
      '(?:(?:adjusted|underlying|group) )?(?:gross|operating|net|profit|ebitda|ebit|net interest|pre-?tax)(?: profit| interest)? margins?|occupancy(?: rate)?|(?:capacity )?utili[sz]ation(?: rate)?|load factor|loan-to-value(?: ratio)?|combined ratio|CET ?1(?: capital)?(?: ratio)?',
  },
  {
    id: 'share',
    metric: 'market-share',
    of: 'share',
    stems: /share|slice/,
    words:
      'market share|(?:market-)?share of (?:the |its )?(?:[\\p{L}\\ue000-\\ue004-]+ ){0,5}?(?:market|sector|industry|segment|sales|shipments)|share of (?:the )?market|slice of the (?:[\\p{L}-]+ ){0,3}market',
  },
  {
    id: 'profit',
    metric: 'other',
    of: 'money',
    stems: /loss/,
    words: '(?:operating|EBITDA|underlying) loss(?:es)?',
  },
  {
    id: 'none',
    metric: 'other',
    of: 'money',
    stems: /loss|profit/,
    words:
      '(?:loan|credit|impairment|job|insured|weather|catastrophe|trading) loss(?:es)?|loss(?:es)? per share|loss ratio|profit[- ]taking|profit warnings?|profit margins?',
  },
  {
    id: 'loss',
    metric: 'net-loss',
    of: 'money',
    stems: /loss/,
    words:
      '(?:(?:net|annual|quarterly|full-year|half-year|first-half|second-half|first-quarter|second-quarter|third-quarter|fourth-quarter|group|statutory|pre-?tax|pre-tax|after-tax|post-tax|attributable|consolidated|reported|comprehensive|interim|adjusted) )*loss(?:es)?(?: (?:before tax|after tax|for the (?:year|period|quarter|half|half-year)|attributable to [\\p{L} ]{1,30}))?',
  },
  {
    id: 'value',
    metric: 'valuation',
    of: 'money',
    stems: /valu|market.cap/,
    words:
      '(?:[\\p{L}-]+-money |equity |IPO |private |implied |market )?valuations?|market value|market[- ]cap(?:itali[sz]ation)?|enterprise value|equity value',
  },
  {
    id: 'commitments',
    metric: 'commitments',
    of: 'money',
    stems: /commit|obligations/,
    words:
      '(?:[\\p{L}-]+ ){0,2}?commitments|(?:purchase|lease|contractual|take-or-pay|spending|payment) obligations|total committed|committed spending|committed expenditure',
  },
  {
    id: 'profit',
    metric: 'other',
    of: 'money',
    stems: /profit|earnings|income|\bpat\b|\bpbt\b|npat|ebit/,
    words:
      '(?:(?:net|gross|operating|pre-?tax|underlying|adjusted|statutory|core|annual|quarterly|full-year|after-tax|attributable|consolidated|trading|headline|interim|first-half|second-quarter|third-quarter|first-quarter|fourth-quarter|group|normali[sz]ed|standalone) )*(?:profits?(?: before (?:tax|interest)[\\p{L} ,]{0,30}?| after tax| for the (?:year|period|quarter))?|earnings(?: before interest[\\p{L} ,]{0,40}?amorti[sz]ation)?|income|PAT|PBT|NPAT|EBITDAR?X?|EBITA?|Ebitdar?|Ebit)',
  },
  {
    id: 'orders',
    metric: 'other',
    of: 'money',
    stems: /bookings|order|backlog|obligation|\brpo\b/,
    words: 'bookings|order (?:intake|inflows?|book|backlog)|backlogs?|remaining performance obligations?|RPO',
  },
  {
    id: 'balance',
    metric: 'other',
    of: 'money',
    stems:
      /cash|debt|borrowings|liquidity|capex|capital|expenditure|expenses|costs|under management|funds under|\baum\b|loan book|deposits|payment volume|\bgmv\b|\bgtv\b|merchandise|total assets/,
    words:
      '(?:free |operating )?cash flows?|(?:net )?cash(?: pile| balances?| reserves| position| and (?:cash )?equivalents| on hand| holdings)?|(?:net |gross |total )?debts?|(?:net )?borrowings|liquidity|capex|capital (?:expenditures?|spending)|(?:total |operating )?expenses|(?:total|operating|operational|annual) costs|(?:assets|funds) under (?:management|administration|custody)|AUM|total assets|loan book|deposits|gross (?:merchandise|transaction) (?:value|volume)|GMV|GTV|(?:total )?payment volume',
  },
  {
    id: 'revenue',
    metric: 'revenue',
    of: 'money',
    stems: /revenue|turnover|takings|sales|top.line|\barr\b|run.rate/,
    words:
      '(?:annual |monthly |quarterly |recurring |annuali[sz]ed |total |net |group |gross |like-for-like |same-store |organic |comparable |peak |retail |product |service[s]? |rental |contracted |operating )*(?:revenues?|turnover|takings|sales|top[- ]line|ARR)(?: run[- ]rate)?|(?:annual(?:i[sz]ed)? |current )run[- ]rate(?: of revenue)?',
  },
  {
    id: 'growth',
    metric: 'growth',
    of: 'growth',
    stems: /growth/,
    words: '(?:revenue |sales |earnings |profit |organic |like-for-like )+growth',
  },
  {
    id: 'capacity',
    metric: 'capacity',
    of: 'capacity',
    stems: /capacity|nameplate/,
    words: '(?:[\\p{L}-]+ )?capacity|nameplate',
  },
];

const COMPILED = KINDS.map((kind) => ({
  ...kind,
  pattern: new RegExp(
    String.raw`(?<![\p{L}\p{N}-])(?:${inLowerCase(kind.words)})(?![\p{L}\p{N}]|-\p{L}|['’]s \p{Ll})`,
    'gu',
  ),
}));

/** Where such a word means something else: sales of things, the cost of living, a loss of jobs. */
const NOT_AFTER =
  /\b(?:asset|share|bond|stock|home|house|forced|fire|garage|land|property|job|weight|hair|data|heat|profit and|cost of|point of|head of|vice president of|director of) $/iu;
const NOT_BEFORE: readonly (readonly [RegExp, RegExp])[] = [
  [
    /^sales$/iu,
    /^ (?:tax|transactions?|volumes?|network|prices?|process|team|force|staff|pitch|director|manager|chief|executive|of (?:shares|stock|assets|bonds|stakes|property|its stake|land|homes)|people|person|representatives|agents|channels|teams)\b/iu,
  ],
  [/costs$/iu, /^ (?:of living|cuts?|cutting|base|control|inflation|pressures?|overruns?)\b/iu],
  [
    /loss(?:es)?$/iu,
    /^ (?:of (?!\ue005|about|around|some|more|nearly|almost|roughly|up|just|over|less|at|an?\b|between)|adjust|ratio|per share|making|-making|leader|on the (?:stock|shares|investment|sale))/iu,
  ],
  [
    /^(?:earnings|profits?|income)$/iu,
    /^ (?:call|season|report|per share|release|margins?|warning|alert|before|tax|forecast beat|guidance beat|a share)\b/iu,
  ],
  [
    /(?:debts?|cash)$/iu,
    /^ (?:for|from|to (?:buy|pay)|crisis|facilit|financing|package|funding|offering|sale|raise|round|restructuring|offer|consideration|deal|takeover|bid|and (?:stock|shares))\b/iu,
  ],
  [/^(?:capex|capital (?:expenditures?|spending))$/iu, /^ (?:plans?|programmes?|programs?|budgets?)\b/iu],
  [/^capacity$/iu, /^ (?:as|to (?:pay|act))\b/iu],
];

/** In the order of the text; of overlapping readings the longer, which is the more telling. */
export function metricNounsIn(text: string, lower: string): readonly MetricNoun[] {
  const found = COMPILED.filter(({ stems }) => stems.test(lower)).flatMap(({ id, metric, of, pattern }) =>
    [...lower.matchAll(pattern)]
      .filter((match) => !isOther(text, match))
      .map((match) => ({ id, metric, of, start: match.index, end: match.index + match[0].length })),
  );
  const longestFirst = found.toSorted((a, b) => b.end - a.end || a.start - b.start);
  const kept: MetricNoun[] = [];
  for (const noun of longestFirst)
    if (!kept.some(({ start, end }) => noun.start < end && start < noun.end)) kept.push(noun);
  return kept.toSorted((a, b) => a.start - b.start);
}

function isOther(text: string, match: RegExpExecArray): boolean {
  const word = match[0];
  const after = text.slice(match.index + word.length, match.index + word.length + 40);
  if (NOT_BEFORE.some(([noun, pattern]) => noun.test(word) && pattern.test(after))) return true;
  const before = text.slice(Math.max(0, match.index - 24), match.index);
  return /^(?:sales|losses|loss|revenues?)$/iu.test(word) && NOT_AFTER.test(before);
}
