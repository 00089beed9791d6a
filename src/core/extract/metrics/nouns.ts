import type { Placed } from '../placed.ts';
import type { ProposedMetricName } from '../report.ts';

/** Words that name what is measured. Places are within the sentence. */
export interface MetricNoun extends Placed {
  readonly metric: ProposedMetricName;
  /** What its amounts are: `share` is a percentage of something, `money` may grow by one. */
  readonly of: 'money' | 'share' | 'growth' | 'capacity';
}

interface Kind {
  readonly metric: ProposedMetricName;
  readonly of: MetricNoun['of'];
  readonly words: string;
  /** Stems of which one must stand in the lower-case text; spares most sentences the pattern. */
  readonly stems: RegExp;
}

const KINDS: readonly Kind[] = [
  {
    metric: 'other',
    of: 'share',
    stems:
      /margin|occupancy|utili[sz]|load factor|churn|vacancy|loan-to|return on|income ratio|combined|cet|capital ratio|tax rate|yield|retention|npa|non-perf/,
    words:
      '(?:\\p{L}+ )?margins?|occupancy(?: rate)?|utili[sz]ation(?: rate)?|load factor|churn(?: rate)?|vacancy rate|loan-to-value(?: ratio)?|return on (?:equity|capital|assets)|cost[- ](?:to[- ])?income ratio|combined ratio|CET ?1(?: capital)?(?: ratio)?|capital ratio|tax rate|dividend yield|retention(?: rate)?|gross NPA(?: ratio)?|non-performing loans?(?: ratio)?',
  },
  {
    metric: 'market-share',
    of: 'share',
    stems: /share|slice/,
    words:
      'market share|(?:market-)?share of (?:the |its )?(?:[\\p{L}\\ue000-\\ue004-]+ ){0,5}?(?:market|sector|industry|segment|sales|shipments)|share of (?:the )?market|slice of the (?:[\\p{L}-]+ ){0,3}market',
  },
  {
    metric: 'other',
    of: 'money',
    stems: /loss/,
    words:
      'operating loss(?:es)?|EBITDA loss(?:es)?|underlying loss(?:es)?|loan loss(?:es)?|credit loss(?:es)?|impairment loss(?:es)?|losses per share|loss per share|loss ratio|job losses',
  },
  {
    metric: 'net-loss',
    of: 'money',
    stems: /loss/,
    words:
      '(?:(?:net|annual|quarterly|full-year|half-year|first-half|second-half|first-quarter|second-quarter|third-quarter|fourth-quarter|group|statutory|pre-?tax|pre-tax|after-tax|post-tax|attributable|consolidated|reported|comprehensive|interim) )*loss(?:es)?(?: (?:before tax|after tax|for the (?:year|period|quarter|half|half-year)|attributable to [\\p{L} ]{1,30}))?',
  },
  {
    metric: 'valuation',
    of: 'money',
    stems: /valu|market.cap|\bev\b/,
    words:
      '(?:[\\p{L}-]+-money |equity |IPO |private |implied |market )?valuations?|market value|market[- ]cap(?:itali[sz]ation)?|enterprise value|equity value|EV',
  },
  {
    metric: 'commitments',
    of: 'money',
    stems: /commit|obligations/,
    words:
      '(?:[\\p{L}-]+ ){0,2}?commitments|(?:purchase|lease|contractual|take-or-pay|spending|payment) obligations|total committed|committed spending|committed expenditure',
  },
  {
    metric: 'other',
    of: 'money',
    stems:
      /profit|earnings|income|\bpat\b|\bpbt\b|npat|ebit|cash|premium|bookings|order|backlog|cap|expendit|spending|costs|expenses|overheads|opex|debt|borrowings|liquidity|dividend|write-?down|impairment|synerg|savings|deposits|advances|loan book|assets|\baum\b|funds under|\bnav\b|value|gmv|gtv|volume|burn|bill|royalt|obligation|\brpo\b|pipeline|salaries|rent|r&d|research|inventor|headwind|provision|fundrais/,
    words:
      '(?:(?:net|gross|operating|pre-?tax|underlying|adjusted|statutory|core|annual|quarterly|full-year|after-tax|attributable|consolidated|trading|headline|interim|first-half|second-quarter|third-quarter|first-quarter|fourth-quarter|group|distributable|normali[sz]ed|standalone|annuali[sz]ed) )*(?:profits?(?: before (?:tax|interest|partnership bonus)[\\p{L} ,]{0,30}?| after tax| for the (?:year|period|quarter))?|earnings|income|PAT|PBT|NPAT|EBITDAR?X?|EBITA?|Ebitdar?|Ebit|cash flows?|cash burn|interest income|premiums?|bookings|order (?:intake|inflows?|book|backlog|wins)|orders|backlogs?|capex|capital expenditures?|(?:capital|total|annual|marketing|R&D|infrastructure|AI|overall) spending|(?:total |capital )?expenditures?|(?:total|operating|operational|annual|production|staff|labou?r|training|restructuring|funding|interest|fixed|overall|finance|employee|input|energy|fuel) costs|(?:operating )?expenses|overheads|opex|debts?|borrowings|net cash|cash(?: pile| balances?| reserves| position| and (?:cash )?equivalents| on hand| holdings)?|liquidity|dividends|write-?downs?|impairments?(?: charges?)?|synergies|savings|cost savings|deposits|advances|loan book|assets(?: under (?:management|administration|custody))?|AUM|funds under management|net asset value|NAV|gross (?:merchandise|transaction) value|GMV|GTV|(?:total )?payment volume|gross written premiums?|burn rate|wage bill|tax bill|royalt(?:y|ies)|remaining performance obligations?|RPO|sales pipeline|project pipeline|salaries|rent roll|rental income|R&D|research and development|inventor(?:y|ies)|headwind|provisions?|fundraising|total income)',
  },
  {
    metric: 'revenue',
    of: 'money',
    stems: /revenue|turnover|takings|sales|top.line|\barr\b|run.rate/,
    words:
      '(?:annual |monthly |quarterly |recurring |annuali[sz]ed |total |net |group |gross |like-for-like |same-store |organic |comparable |peak |retail |product |service[s]? |rental |contracted )*(?:revenues?|turnover|takings|sales|top[- ]line|ARR|run[- ]rate(?: revenues?)?)(?: run[- ]rate)?',
  },
  {
    metric: 'growth',
    of: 'growth',
    stems: /growth/,
    words: '(?:revenue |sales |earnings |profit |organic |annual |user |volume )*growth',
  },
  {
    metric: 'capacity',
    of: 'capacity',
    stems: /capacity|nameplate|output/,
    words: '(?:[\\p{L}-]+ )?capacity|nameplate|output',
  },
];

const COMPILED = KINDS.map((kind) => ({
  ...kind,
  pattern: new RegExp(
    String.raw`(?<![\p{L}\p{N}-])(?:${kind.words})(?![\p{L}\p{N}]|-\p{L}|['’]s \p{Ll})`,
    'giu',
  ),
}));

/** Where such a word means something else: sales of things, the cost of living, a loss of jobs. */
const NOT_AFTER =
  /\b(?:asset|share|bond|stock|home|house|forced|fire|garage|land|property|job|weight|hair|data|heat|profit and|cost of|point of|head of|vice president of|director of) $/iu;
const NOT_BEFORE: readonly (readonly [RegExp, RegExp])[] = [
  [
    /^sales$/iu,
    /^ (?:tax|team|force|staff|pitch|director|manager|chief|executive|of (?:shares|stock|assets|bonds|stakes|property|its stake|land|homes)|people|person|representatives|agents|channels|teams)\b/iu,
  ],
  [/costs$/iu, /^ (?:of living|cuts?|cutting|base|control|inflation|pressures?|overruns?)\b/iu],
  [
    /loss(?:es)?$/iu,
    /^ (?:of (?!\ue005|about|around|some|more|nearly|almost|roughly|up|just|over|less|at|an?\b|between)|adjust|ratio|per share|making|-making|leader|on the (?:stock|shares|investment|sale))/iu,
  ],
  [
    /^(?:earnings|profits?|income|dividends?)$/iu,
    /^ (?:call|season|report|per share|release|margins?|warning|alert|before|tax|forecast beat|guidance beat|a share)\b/iu,
  ],
  [/^(?:premiums?)$/iu, /^ (?:to|over|of \ue006)/iu],
  [
    /^(?:orders?|debts?|cash|assets|spending)$/iu,
    /^ (?:for|from|to (?:buy|pay)|crisis|facilit|financing|package|funding|offering|sale|raise|round|restructuring|offer|consideration|deal|takeover|bid|and (?:stock|shares))\b/iu,
  ],
  [/^capacity$/iu, /^ (?:as|to (?:pay|act))\b/iu],
];

/** In the order of the text; of overlapping readings the longer, which is the more telling. */
export function metricNounsIn(text: string, lower: string): readonly MetricNoun[] {
  const found = COMPILED.filter(({ stems }) => stems.test(lower)).flatMap(({ metric, of, pattern }) =>
    [...text.matchAll(pattern)]
      .filter((match) => !isOther(text, match))
      .map((match) => ({ metric, of, start: match.index, end: match.index + match[0].length })),
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
