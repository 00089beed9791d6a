/** What makes a bare dollar that of a country: its places, and the exchanges and superlatives that say where a company is at home. */
interface Home {
  readonly currency: string;
  readonly places: RegExp;
  readonly strong: RegExp;
  /** The dollar marked as this country's: the bare one is then another's. */
  readonly marked: RegExp;
}

const HOMES: readonly Home[] = [
  {
    currency: 'AUD',
    places:
      /\b(?:Australia(?:n|ns|'s|’s)?|Sydney|Melbourne|Brisbane|Perth|Adelaide|RBA|WA|NSW|Queensland|Canberra|Victorian|Tasmania|ACCC|ASIC|ATO)\b/gu,
    strong:
      /\bASX\b|\b(?:Australia|the country|the nation)[’']s (?:\p{L}+[- ])?(?:biggest|largest|No\.? ?1|leading|oldest|second)/gu,
    marked: /\bA\$ ?\d|\bAU\$ ?\d|\bAUD ?\$?\d|\$A ?\d/u,
  },
  {
    currency: 'CAD',
    places:
      /\b(?:Canad(?:a|ian|ians|a's|a’s)|Toronto|Calgary|Montr[eé]al|Ottawa|Vancouver|Alberta|Ontario|Quebec|Québec|Manitoba|Saskatchewan)\b/gu,
    strong:
      /\bTSXV?\b|\bToronto-listed\b|\bCanada[’']s (?:\p{L}+[- ])?(?:biggest|largest|leading|oldest|second)/gu,
    marked: /\bCA?\$ ?\d|\bCAD ?\$?\d|\bCdn\$ ?\d|\$C ?\d/u,
  },
  {
    currency: 'NZD',
    places: /\b(?:New Zealand(?:er|ers|'s|’s)?|Auckland|Wellington|Christchurch)\b/gu,
    strong: /\bNZX\b|\bNew Zealand[’']s (?:biggest|largest|leading)/gu,
    marked: /\bNZ\$ ?\d|\bNZD ?\d|\$NZ ?\d/u,
  },
  {
    currency: 'SGD',
    places: /\b(?:Singapore(?:an|'s|’s)?|Temasek)\b/gu,
    strong: /\bSGX\b/gu,
    marked: /\bS\$ ?\d|\bSGD ?\d|\$S ?\d/u,
  },
  {
    currency: 'HKD',
    places: /\bHong Kong(?:'s|’s)?\b/gu,
    strong: /\bHKEX\b/gu,
    marked: /\bHK\$ ?\d|\bHKD ?\d|\$HK ?\d/u,
  },
];
const A_STRONG_HINT = 3;
const ENOUGH = 3;
/** Beside dollars marked as American. */
const ENOUGH_BESIDE = 2;
const MARKS_AMERICAN = /\b(?:US|U\.S\.) ?\$|\$US ?\d|\bUSD\b|\b(?:US|U\.S\.) dollars?\b|\((?:US|U\.S\.)\)/u;
const AMERICAN =
  /\b(?:NYSE|New York Stock Exchange|Nasdaq|NASDAQ|Wall Street|S&P 500|Dow Jones|American|Americans|New York|California|Texas|Washington|Silicon Valley|San Francisco|Chicago|Boston|SEC)\b|\bU\.S\.|\bUS\b(?! ?\$)/gu;
/** How much of a text is looked at; its opening says most. */
const REACH = 60_000;
const OPENING = 1_500;

/**
 * ISO code of what a bare `$` means in a document: US dollars, unless it speaks more of one other dollar's home than of
 * America, or marks American dollars as such beside it.
 */
export function homeDollar(document: string): string {
  const text = document.slice(0, REACH);
  const opening = text.slice(0, OPENING);
  const count = (pattern: RegExp) =>
    (text.match(pattern)?.length ?? 0) + (opening.match(pattern)?.length ?? 0);
  const isMarked = MARKS_AMERICAN.test(text);
  const weights = HOMES.filter(({ marked }) => isMarked || !marked.test(text)).map(
    ({ currency, places, strong }) => ({
      currency,
      weight: count(places) + A_STRONG_HINT * count(strong),
    }),
  );
  const best = weights.toSorted((a, b) => b.weight - a.weight)[0];
  if (best === undefined) return 'USD';
  const isOwn = isMarked
    ? best.weight >= ENOUGH_BESIDE
    : best.weight >= ENOUGH && best.weight > count(AMERICAN);
  return isOwn ? best.currency : 'USD';
}
