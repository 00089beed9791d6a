/** What says where a text, or the company that it is about, is at home. No company is a hint. */
interface Home {
  readonly currency: string;
  readonly places: RegExp;
  /** Of the company itself: its exchange, its seat, its rank in the country. */
  readonly strong: RegExp;
  /** The dollar marked as this country's: the bare one is then another's. */
  readonly marked: RegExp;
}

const RANK = String.raw`[’']s (?:\p{L}+[- ]){0,2}(?:biggest|largest|leading|oldest|second[- ]biggest|second[- ]largest|No\.? ?1)\b`;

function home(currency: string, country: string, cities: string, exchange: string, letters: string): Home {
  return {
    currency,
    places: new RegExp(String.raw`\b(?:${country}|${cities})\b`, 'gu'),
    strong: new RegExp(
      String.raw`\((?:${exchange}) ?:|\b(?:${exchange})[- ]listed|\b(?:${cities})-(?:based|listed|headquartered)|\b(?:${country})${RANK}|\bon the (?:${exchange})\b|^\s*(?:${cities.toUpperCase()})\b`,
      'gmu',
    ),
    marked: new RegExp(String.raw`(?<!\p{L})(?:${letters})\$ ?\d|\b${currency} ?\$?\d`, 'u'),
  };
}

const HOMES: readonly Home[] = [
  home(
    'AUD',
    'Australia|Australian|Australians',
    'Sydney|Melbourne|Brisbane|Perth|Adelaide|Canberra|Queensland|NSW|Tasmania|RBA|ACCC|ASIC',
    'ASX',
    'A|AU',
  ),
  home(
    'CAD',
    'Canada|Canadian|Canadians',
    'Toronto|Calgary|Montreal|Montréal|Ottawa|Vancouver|Edmonton|Alberta|Ontario|Quebec|Québec|Manitoba|Saskatchewan',
    'TSXV?|TSX-V|Toronto Stock Exchange',
    'C|CA|Cdn|Can',
  ),
  home('NZD', 'New Zealand|New Zealanders', 'Auckland|Wellington|Christchurch', 'NZX', 'NZ'),
  home('SGD', 'Singapore|Singaporean', 'Straits Times', 'SGX', 'S|SG'),
  home('HKD', 'Hong Kong', 'Hang Seng', 'HKEX|SEHK', 'HK'),
];

const ENOUGH = 4;
/** Beside dollars marked as American. */
const ENOUGH_BESIDE = 2;
const A_STRONG_HINT = 3;
/** The rest of a text says less than its opening. */
const MOST_OF_REST = 3;
const MARKS_AMERICAN = /\b(?:US|U\.S\.) ?\$|\bUSD\b|\b(?:US|U\.S\.) dollars?\b|\((?:US|U\.S\.)\)/u;
/** So write Australian papers. */
const MARKS_AUSTRALIAN_STYLE = /\$US ?\d/u;
const AMERICAN =
  /\b(?:NYSE|New York Stock Exchange|Nasdaq|NASDAQ|Wall Street|S&P 500|Dow Jones|American|Americans|New York|California|Texas|Washington|Silicon Valley|San Francisco|Chicago|Boston|SEC)\b|\bU\.S\.|\bUS\b(?! ?\$)|\(\p{Lu}{1,5}\.[NO]\)/gu;
const AMERICAN_SHARE = /\((?:NYSE|NASDAQ|Nasdaq|AMEX)\b|\(\p{Lu}{1,5}\.[NO]\)/gu;
const STATED =
  /\b(?:all|unless)\b[^.\n]{0,60}\b(?:amounts?|references to (?:dollars|“?\$”?)|figures|dollars|currency)\b[^.\n]{0,60}\b(?<which>US\$|U\.S\.|US|United States|Canadian|Australian|New Zealand|Singapore|Hong Kong)(?:\b|(?<=\$))/iu;
const OF_COUNTRY: Readonly<Record<string, string>> = {
  canadian: 'CAD',
  australian: 'AUD',
  'new zealand': 'NZD',
  singapore: 'SGD',
  'hong kong': 'HKD',
};
/** How much of a text is looked at; its opening says most. */
const REACH = 40_000;
const OPENING = 1_500;

/**
 * ISO code of what a bare `$` means in a document: what it says so itself; else US dollars, unless the text and the
 * company that it is about are at home in one other country of dollars.
 */
export function homeDollar(document: string): string {
  const text = document.slice(0, REACH);
  const stated = STATED.exec(text)?.groups?.['which'];
  if (stated !== undefined) return OF_COUNTRY[stated.toLowerCase()] ?? 'USD';
  const isMarked = MARKS_AMERICAN.test(text);
  const isAustralian = MARKS_AUSTRALIAN_STYLE.test(text);
  const weights = HOMES.filter(({ marked }) => isMarked || isAustralian || !marked.test(text))
    .map(({ currency, places, strong }) => ({
      currency,
      weight: weightOf(places, text) + A_STRONG_HINT * (text.slice(0, OPENING).match(strong)?.length ?? 0),
    }))
    .toSorted((a, b) => b.weight - a.weight);
  const [best, second] = weights;
  if (best === undefined || second === undefined) return 'USD';
  if (isAustralian) return best.weight > 0 ? best.currency : 'AUD';
  if (second.weight * 2 > best.weight) return 'USD';
  if (isMarked) return best.weight >= ENOUGH_BESIDE ? best.currency : 'USD';
  const american =
    weightOf(AMERICAN, text) + A_STRONG_HINT * (text.slice(0, OPENING).match(AMERICAN_SHARE)?.length ?? 0);
  return best.weight >= ENOUGH && best.weight > american ? best.currency : 'USD';
}

function weightOf(pattern: RegExp, text: string): number {
  const opening = text.slice(0, OPENING).match(pattern)?.length ?? 0;
  const rest = text.slice(OPENING).match(pattern)?.length ?? 0;
  return opening + Math.min(MOST_OF_REST, rest / 2);
}
