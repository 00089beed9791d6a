import { setFlagsFromString } from 'node:v8';
import { expect, test } from 'vitest';

/** As a process compiles expressions once it holds many of them. Set before the expressions are made. */
setFlagsFromString('--no-regexp-optimization');
const { anyCase } = await import('#core/extract/any-case.ts');
const { moneyIn } = await import('#core/extract/money.ts');
const { askedAmountIn } = await import('#core/search/asked-amount.ts');

test('letters match large and small, and escapes, sets and group names stay what they are', () => {
  const pattern = new RegExp(`^(?:${anyCase(String.raw`(?:mn|bn)|lakh[ -]crores?|\p{Lu}x|a\u00a0b`)})$`, 'u');
  for (const written of ['mn', 'BN', 'Lakh-Crore', 'LAKH CRORES', 'QX', 'A\u00a0b'])
    expect(written, written).toMatch(pattern);
  for (const other of ['qx', 'lakh_crore', 'm']) expect(other, other).not.toMatch(pattern);
});

test.each([
  ['a $4.75 Billion lease', '$4.75 Billion', 4_750_000_000],
  ['a $5 MILLION loan', '$5 MILLION', 5_000_000],
  ['worth 300 Million Euros in all', '300 Million Euros', 300_000_000],
])('a scale in capitals counts however the expressions are compiled: %s', (text, written, full) => {
  expect(moneyIn(text)).toMatchObject([{ text: written, low: full, high: full }]);
});

test('a question in capitals asks the same', () => {
  expect(askedAmountIn('OVER 10 Billion')).toEqual(askedAmountIn('over 10 billion'));
  expect(askedAmountIn('OVER 10 Billion')).not.toBeNull();
});
