/** Places and exchanges that make a bare dollar their own. An exchange says as much as several places. */
const HOMES: readonly { readonly currency: string; readonly places: RegExp; readonly exchange: RegExp }[] = [
  {
    currency: 'AUD',
    places:
      /\b(?:Australia(?:n|'s|’s)?|Sydney|Melbourne|Brisbane|Perth|Adelaide|RBA|WA|NSW|Queensland|Canberra)\b/gu,
    exchange: /\bASX\b/gu,
  },
  {
    currency: 'CAD',
    places:
      /\b(?:Canad(?:a|ian|a's|a’s)|Toronto|Calgary|Montr[eé]al|Ottawa|Vancouver|Alberta|Ontario|Quebec|Québec)\b/gu,
    exchange: /\bTSXV?\b/gu,
  },
  {
    currency: 'NZD',
    places: /\b(?:New Zealand(?:'s|’s)?|Auckland|Wellington|Christchurch)\b/gu,
    exchange: /\bNZX\b/gu,
  },
  { currency: 'SGD', places: /\b(?:Singapore(?:an|'s|’s)?|Temasek)\b/gu, exchange: /\bSGX\b/gu },
  { currency: 'HKD', places: /\bHong Kong(?:'s|’s)?\b/gu, exchange: /\bHKEX\b/gu },
];
const AN_EXCHANGE = 3;
/** Enough beside dollars marked as American; and alone, where the text has no American market. */
const ENOUGH = 3;
const ENOUGH_ALONE = 6;
const MARKS_AMERICAN = /\b(?:US|U\.S\.) ?\$|\$US ?\d|\bUSD\b|\b(?:US|U\.S\.) dollars?\b|\((?:US|U\.S\.)\)/u;
const AMERICAN_MARKET = /\b(?:NYSE|Nasdaq|NASDAQ|Wall Street|S&P 500|Dow Jones)\b/u;
/** How much of a text is looked at. */
const REACH = 60_000;

/** ISO code of what a bare `$` means in a document: US dollars, unless it speaks mostly of one other dollar's home. */
export function homeDollar(document: string): string {
  const text = document.slice(0, REACH);
  const weights = HOMES.map(({ currency, places, exchange }) => ({
    currency,
    weight: (text.match(places)?.length ?? 0) + AN_EXCHANGE * (text.match(exchange)?.length ?? 0),
  }));
  const best = weights.toSorted((a, b) => b.weight - a.weight)[0];
  if (best === undefined) return 'USD';
  if (MARKS_AMERICAN.test(text)) return best.weight >= ENOUGH ? best.currency : 'USD';
  return best.weight >= ENOUGH_ALONE && !AMERICAN_MARKET.test(text) ? best.currency : 'USD';
}
