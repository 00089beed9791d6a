/**
 * Units of figures. Law: an amount is stored as an integer of `10^-exponent` units, so USD 38bn is 3.8e12 cents
 * and 31 % is 31,000,000 millionths of a percent; nothing is stored as a floating-point number.
 * Currency exponents follow ISO 4217.
 */
export interface Unit {
  readonly id: string;
  readonly label: string;
  readonly exponent: number;
  readonly kind: 'money' | 'share' | 'count' | 'physical' | 'time';
}

const money = (id: string, label: string, exponent = 2): Unit => ({ id, label, exponent, kind: 'money' });

export const UNITS = [
  money('USD', 'US dollar'),
  money('GBP', 'Pound sterling'),
  money('EUR', 'Euro'),
  money('AUD', 'Australian dollar'),
  money('CAD', 'Canadian dollar'),
  money('CHF', 'Swiss franc'),
  money('CNY', 'Chinese yuan'),
  money('HKD', 'Hong Kong dollar'),
  money('INR', 'Indian rupee'),
  money('JPY', 'Japanese yen', 0),
  money('KRW', 'South Korean won', 0),
  money('SEK', 'Swedish krona'),
  money('NOK', 'Norwegian krone'),
  money('DKK', 'Danish krone'),
  money('SGD', 'Singapore dollar'),
  money('TWD', 'New Taiwan dollar'),
  money('BRL', 'Brazilian real'),
  money('ZAR', 'South African rand'),
  money('AED', 'UAE dirham'),
  money('SAR', 'Saudi riyal'),
  money('NZD', 'New Zealand dollar'),
  money('QAR', 'Qatari riyal'),
  money('KWD', 'Kuwaiti dinar', 3),
  money('ILS', 'Israeli shekel'),
  money('MXN', 'Mexican peso'),
  money('IDR', 'Indonesian rupiah'),
  money('MYR', 'Malaysian ringgit'),
  money('PHP', 'Philippine peso'),
  money('THB', 'Thai baht'),
  money('VND', 'Vietnamese dong', 0),
  money('PLN', 'Polish zloty'),
  money('CZK', 'Czech koruna'),
  money('HUF', 'Hungarian forint'),
  money('RON', 'Romanian leu'),
  money('TRY', 'Turkish lira'),
  money('RUB', 'Russian rouble'),
  money('NGN', 'Nigerian naira'),
  money('KES', 'Kenyan shilling'),
  money('EGP', 'Egyptian pound'),
  money('PKR', 'Pakistani rupee'),
  money('BDT', 'Bangladeshi taka'),
  money('LKR', 'Sri Lankan rupee'),
  money('ARS', 'Argentine peso'),
  money('CLP', 'Chilean peso', 0),
  money('COP', 'Colombian peso'),
  money('PEN', 'Peruvian sol'),
  { id: 'percent', label: 'per cent', exponent: 6, kind: 'share' },
  { id: 'count', label: 'number', exponent: 0, kind: 'count' },
  { id: 'per-second', label: 'per second', exponent: 0, kind: 'count' },
  { id: 'years', label: 'years', exponent: 6, kind: 'time' },
  { id: 'GW', label: 'gigawatts', exponent: 6, kind: 'physical' },
  { id: 'GW/week', label: 'gigawatts a week', exponent: 6, kind: 'physical' },
] as const satisfies readonly Unit[];

export type UnitId = (typeof UNITS)[number]['id'];

export const UNIT_IDS = UNITS.map((unit) => unit.id) as [UnitId, ...UnitId[]];

const byId: ReadonlyMap<string, Unit> = new Map(UNITS.map((unit) => [unit.id, unit]));

export function unitOf(id: UnitId): Unit {
  const unit = byId.get(id);
  if (unit === undefined) throw new Error(`Unknown unit ${id}.`);
  return unit;
}

export function isUnitId(text: string): text is UnitId {
  return byId.has(text);
}

export function isMoney(id: UnitId): boolean {
  return unitOf(id).kind === 'money';
}

/** Stored integer -> full units, e.g. cents -> dollars. Exact up to 2^53 - 1 stored units before the division. */
export function toFull(stored: number, unit: UnitId): number {
  return stored / 10 ** unitOf(unit).exponent;
}

/**
 * Full units -> stored integer, rounded half away from zero. The decimal point is moved in the written number, since
 * 1.005 * 100 is 100.49999999999999. Throws RangeError past 2^53 - 1.
 */
export function toStored(full: number, unit: UnitId): number {
  const [digits, power = '0'] = String(withoutNoise(Math.abs(full))).split('e');
  const scaled = Number(`${digits}e${Number(power) + unitOf(unit).exponent}`);
  const stored = Math.sign(full) * Math.round(scaled);
  if (!Number.isSafeInteger(stored))
    throw new RangeError(`${full} ${unit} is larger than the ledger can hold exactly.`);
  return stored;
}

/** Sixteen digits are as somebody wrote them; a seventeenth comes from binary arithmetic, as in 0.1 + 0.2. */
function withoutNoise(amount: number): number {
  return Number(amount.toPrecision(16)) === amount ? amount : Number(amount.toPrecision(15));
}
