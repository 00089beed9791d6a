/** How the press marks currencies, before and after the figure. Order matters: longer marks come first. */
interface Mark {
  readonly pattern: string;
  readonly currency: string;
}

/** A bare dollar, which takes the home currency of the document. */
export const HOME_DOLLAR = '$';

const CODES = [
  'USD',
  'EUR',
  'GBP',
  'JPY',
  'CNY',
  'AUD',
  'CAD',
  'NZD',
  'HKD',
  'SGD',
  'TWD',
  'INR',
  'CHF',
  'SEK',
  'NOK',
  'DKK',
  'KRW',
  'BRL',
  'ZAR',
  'AED',
  'SAR',
  'QAR',
  'KWD',
  'ILS',
  'MXN',
  'IDR',
  'MYR',
  'PHP',
  'THB',
  'VND',
  'PLN',
  'CZK',
  'HUF',
  'RON',
  'TRY',
  'RUB',
  'NGN',
  'KES',
  'EGP',
  'PKR',
  'BDT',
  'LKR',
  'ARS',
  'CLP',
  'COP',
  'PEN',
] as const;

const PREFIXES: readonly Mark[] = [
  { pattern: String.raw`(?:US|U\.S\.) ?\$`, currency: 'USD' },
  { pattern: String.raw`AUD? ?\$|A\$`, currency: 'AUD' },
  { pattern: String.raw`CA?D? ?\$`, currency: 'CAD' },
  { pattern: String.raw`NZD? ?\$`, currency: 'NZD' },
  { pattern: String.raw`HKD? ?\$`, currency: 'HKD' },
  { pattern: String.raw`SG?D? ?\$`, currency: 'SGD' },
  { pattern: String.raw`NT ?\$`, currency: 'TWD' },
  { pattern: String.raw`R\$`, currency: 'BRL' },
  { pattern: String.raw`Mex\$`, currency: 'MXN' },
  { pattern: 'CN¥|RMB|Rmb|renminbi', currency: 'CNY' },
  { pattern: 'JP¥|¥', currency: 'JPY' },
  { pattern: '£', currency: 'GBP' },
  { pattern: '€', currency: 'EUR' },
  { pattern: String.raw`₹|Rs\.?|Re\.?`, currency: 'INR' },
  { pattern: '₩', currency: 'KRW' },
  { pattern: '₪', currency: 'ILS' },
  { pattern: '₽', currency: 'RUB' },
  { pattern: '₺', currency: 'TRY' },
  { pattern: '₦', currency: 'NGN' },
  { pattern: '฿', currency: 'THB' },
  { pattern: '₫', currency: 'VND' },
  { pattern: '₱', currency: 'PHP' },
  { pattern: String.raw`SFr\.?|Fr\.`, currency: 'CHF' },
  { pattern: 'SKr|Skr', currency: 'SEK' },
  { pattern: 'NKr|Nkr', currency: 'NOK' },
  { pattern: 'DKr|Dkr', currency: 'DKK' },
  { pattern: String.raw`Dhs?\.?`, currency: 'AED' },
  { pattern: 'RM', currency: 'MYR' },
  { pattern: String.raw`Rp\.?`, currency: 'IDR' },
  { pattern: String.raw`\$`, currency: HOME_DOLLAR },
  ...CODES.map((code) => ({ pattern: code, currency: code })),
];

const NAMES: readonly Mark[] = [
  { pattern: String.raw`(?:US|U\.S\.|American) dollars?`, currency: 'USD' },
  { pattern: 'Australian dollars?', currency: 'AUD' },
  { pattern: 'Canadian dollars?', currency: 'CAD' },
  { pattern: 'New Zealand dollars?', currency: 'NZD' },
  { pattern: 'Hong Kong dollars?', currency: 'HKD' },
  { pattern: 'Singapore dollars?', currency: 'SGD' },
  { pattern: '(?:New )?Taiwan dollars?', currency: 'TWD' },
  { pattern: 'dollars?', currency: HOME_DOLLAR },
  { pattern: 'bucks', currency: HOME_DOLLAR },
  { pattern: 'euros?', currency: 'EUR' },
  { pattern: '€', currency: 'EUR' },
  { pattern: 'pounds? sterling|pounds?|sterling|quid', currency: 'GBP' },
  { pattern: 'yen', currency: 'JPY' },
  { pattern: 'yuan|renminbi', currency: 'CNY' },
  { pattern: 'rupees?', currency: 'INR' },
  { pattern: '(?:Korean )?won', currency: 'KRW' },
  { pattern: '(?:Swiss )?francs?', currency: 'CHF' },
  { pattern: 'Swedish (?:kronor|crowns?|krona)|kronor|kronas?', currency: 'SEK' },
  { pattern: 'Norwegian (?:kroner|crowns?|krone)', currency: 'NOK' },
  { pattern: 'Danish (?:kroner|crowns?|krone)', currency: 'DKK' },
  { pattern: 'dirhams?', currency: 'AED' },
  { pattern: '(?:Saudi )?riyals?', currency: 'SAR' },
  { pattern: '(?:South African )?rand', currency: 'ZAR' },
  { pattern: '(?:Brazilian )?reais', currency: 'BRL' },
  { pattern: '(?:Israeli )?shekels?', currency: 'ILS' },
  { pattern: 'ringgit', currency: 'MYR' },
  { pattern: 'baht', currency: 'THB' },
  { pattern: 'rupiah', currency: 'IDR' },
  { pattern: 'naira', currency: 'NGN' },
  { pattern: 'rou?bles?', currency: 'RUB' },
  { pattern: 'zloty', currency: 'PLN' },
  ...CODES.map((code) => ({ pattern: code, currency: code })),
];

const alternation = (marks: readonly Mark[]) => marks.map(({ pattern }) => pattern).join('|');

/** Source of a pattern for a mark before the figure. */
export const PREFIX = alternation(PREFIXES);
/** Source of a pattern for a currency named after the figure. */
export const SUFFIX = alternation(NAMES);

/** ISO code of a mark or name as it stands in the text, or HOME_DOLLAR. */
export function currencyOf(written: string): string | null {
  const text = written.trim();
  const found = [...PREFIXES, ...NAMES].find(({ pattern }) =>
    new RegExp(`^(?:${pattern})$`, 'iu').test(text),
  );
  return found?.currency ?? null;
}

const HOMES: readonly { readonly currency: string; readonly hints: RegExp }[] = [
  {
    currency: 'AUD',
    hints: /\bASX\b|\bAustralia(?:n|'s|’s)?\b|\bSydney\b|\bMelbourne\b|\bBrisbane\b|\bPerth\b|\bRBA\b/gu,
  },
  {
    currency: 'CAD',
    hints: /\bTSX\b|\bCanad(?:a|ian|a's|a’s)\b|\bToronto\b|\bCalgary\b|\bMontr[eé]al\b|\bOttawa\b/gu,
  },
  { currency: 'NZD', hints: /\bNZX\b|\bNew Zealand\b|\bAuckland\b|\bWellington\b/gu },
  { currency: 'SGD', hints: /\bSGX\b|\bSingapore(?:an|'s|’s)?\b|\bTemasek\b/gu },
  { currency: 'HKD', hints: /\bHKEX\b|\bHong Kong\b/gu },
];
/** A place that is named this often, beside marked US dollars, makes the bare dollar its own. */
const ENOUGH_HINTS = 3;

/**
 * What a bare `$` means in a document: US dollars, unless it marks those as US$ and speaks mostly of one other dollar's
 * home.
 */
export function homeDollar(text: string): string {
  const marksForeign = /\b(?:US|U\.S\.) ?\$|\bUSD\b|\bUS dollars?\b/u.test(text);
  if (!marksForeign) return 'USD';
  const counts = HOMES.map(({ currency, hints }) => ({ currency, count: [...text.matchAll(hints)].length }));
  const best = counts.toSorted((a, b) => b.count - a.count)[0];
  return best !== undefined && best.count >= ENOUGH_HINTS ? best.currency : 'USD';
}
