import { expect, it } from 'vitest';
import {
  headlineText,
  intervalText,
  quantityText,
  rangeText,
} from '#renderer/parts/evidence/quantity-text.ts';

const en = { locale: 'en-GB' };

it.each([
  [107.6923, 'x', '107.7x'],
  [2.9230769, 'x', '2.92x'],
  [280, 'x', '280x'],
  [0.564, 'share', '56.4%'],
  [4145.2, 'index', '4,145.2'],
  [31, 'percent', '31%'],
  [1.4e12, 'USD', 'USD 1.4tn'],
  [789.6e9, 'USD', 'USD 789.6bn'],
  [3.25e9, 'USD', 'USD 3.25bn'],
  [-11.75e9, 'USD', 'USD -11.75bn'],
  [0, 'USD', 'USD 0'],
  [7, 'years', '7 years'],
  [300e6, 'count', '300m'],
  [1, 'GW/week', '1 GW a week'],
])('reads %d %s as %s', (quantity, unit, text) => {
  expect(quantityText(quantity, unit, en)).toBe(text);
});

it('shows ranges, open ends and the unknown, never a zero in their place', () => {
  expect(intervalText({ lo: 47.5, point: null, hi: 280 }, 'x', en)).toBe('47.5x to 280x');
  expect(intervalText({ lo: 5e9, point: 7.5e9, hi: 10e9 }, 'USD', en)).toBe('USD 5bn to 10bn');
  expect(intervalText({ lo: 1e12, point: 1e12, hi: null }, 'USD', en)).toBe('USD 1tn or more');
  expect(intervalText(null, 'USD', en)).toBe('unknown');
  expect(quantityText(null, 'x', en)).toBe('unknown');
  expect(intervalText({ lo: 6, point: 6, hi: 6 }, 'x', en)).toBe('6x');
});

it('gives a headline and the range behind it', () => {
  const ranged = { lo: 102.3, point: 107.6923, hi: 113.4 };
  expect(headlineText(ranged, 'x', en)).toBe('107.7x');
  expect(rangeText(ranged, 'x', en)).toBe('102.3x to 113.4x');
  expect(rangeText({ lo: 6, point: 6, hi: 6 }, 'x', en)).toBeNull();
  expect(headlineText({ lo: 15.4, point: null, hi: 21.5 }, 'x', en)).toBe('15.4x to 21.5x');
});

it('gives all digits where asked', () => {
  expect(quantityText(1.4e12, 'USD', { ...en, isFull: true })).toBe('USD 1,400,000,000,000');
  expect(quantityText(107.6923076923, 'x', { ...en, isFull: true })).toBe('107.69230769x');
});

it('says a unit that is a word once', () => {
  expect(intervalText({ lo: 5, point: 6, hi: 7 }, 'years', en)).toBe('5 to 7 years');
  expect(intervalText({ lo: 0.214, point: 0.49, hi: 0.778 }, 'share', en)).toBe('21.4% to 77.8%');
  expect(intervalText({ lo: 2, point: 2, hi: null }, 'GW', en)).toBe('2 GW or more');
});
