/** How the press marks currencies, before and after the figure. Order matters: longer marks come first. */
interface Mark {
  readonly pattern: string;
  readonly currency: string;
  /** What must follow in the text for it to be a mark. */
  readonly before?: string;
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
  { pattern: String.raw`(?:USD|US|U\.S\.) ?\$`, currency: 'USD' },
  { pattern: String.raw`AUD? ?\$|A\$`, currency: 'AUD' },
  { pattern: String.raw`CA?D? ?\$|Can\$|Cdn\$`, currency: 'CAD' },
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
  { pattern: String.raw`S[Ff]r\.?|Fr\.`, currency: 'CHF' },
  { pattern: 'SKr|Skr', currency: 'SEK' },
  { pattern: 'NKr|Nkr', currency: 'NOK' },
  { pattern: 'DKr|Dkr', currency: 'DKK' },
  { pattern: String.raw`Dhs?\.?`, currency: 'AED' },
  { pattern: 'RM', currency: 'MYR' },
  { pattern: String.raw`Rp\.?`, currency: 'IDR' },
  { pattern: 'KSh|Ksh', currency: 'KES' },
  { pattern: 'zł', currency: 'PLN' },
  ...[
    ['US', 'USD'],
    ['A', 'AUD'],
    ['C', 'CAD'],
    ['NZ', 'NZD'],
    ['HK', 'HKD'],
    ['S', 'SGD'],
  ].map(([letters = '', currency = '']) => ({
    pattern: String.raw`\$${letters}`,
    before: String.raw`(?= ?\d)`,
    currency,
  })),
  // One letter is a mark only of a sum with its scale: R4.5bn, not R2.
  ...[
    ['Sh', 'KES'],
    ['R', 'ZAR'],
    ['SR', 'SAR'],
    ['QR', 'QAR'],
    ['N', 'NGN'],
    ['P', 'PHP'],
  ].map(([letter = '', currency = '']) => ({
    pattern: letter,
    before: String.raw`(?= ?\d[\d.,]{0,9}[ -]?(?:m|mn|bn|tn|million|billion|trillion)(?![\p{L}\p{N}]))`,
    currency,
  })),
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
  { pattern: 'zlotys?|zł', currency: 'PLN' },
  { pattern: 'forints?', currency: 'HUF' },
  { pattern: '(?:Turkish )?liras?', currency: 'TRY' },
  { pattern: '(?:Vietnamese )?dong', currency: 'VND' },
  { pattern: 'Mexican pesos?', currency: 'MXN' },
  { pattern: 'Philippine pesos?', currency: 'PHP' },
  { pattern: 'Argentine pesos?', currency: 'ARS' },
  { pattern: 'Chilean pesos?', currency: 'CLP' },
  { pattern: 'Colombian pesos?', currency: 'COP' },
  { pattern: 'Kenyan shillings?', currency: 'KES' },
  ...CODES.map((code) => ({ pattern: code, currency: code })),
];

const alternation = (marks: readonly Mark[]) =>
  marks.map(({ pattern, before }) => (before === undefined ? pattern : `(?:${pattern})${before}`)).join('|');

/** Source of a pattern for a mark before the figure. */
export const PREFIX = alternation(PREFIXES);
/** Source of a pattern for a currency named after the figure. */
export const SUFFIX = alternation(NAMES);

const WHOLE = [...PREFIXES, ...NAMES].map(({ pattern, currency }) => ({
  whole: new RegExp(`^(?:${pattern})$`, 'iu'),
  currency,
}));
const KNOWN = new Map<string, string | null>();

/** ISO code of a mark or name as it stands in the text, or HOME_DOLLAR. */
export function currencyOf(written: string): string | null {
  const text = written.trim();
  const known = KNOWN.get(text);
  if (known !== undefined) return known;
  const currency = WHOLE.find(({ whole }) => whole.test(text))?.currency ?? null;
  KNOWN.set(text, currency);
  return currency;
}
