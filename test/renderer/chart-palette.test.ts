import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SEVERITIES } from '#core/signals/flag.ts';
import { paletteOf, toneOf } from '#renderer/chart/palette.ts';

const tokens = readFileSync(new URL('../../src/renderer/app/tokens.css', import.meta.url), 'utf8');

function tokensOf(scheme: string): (name: string) => string {
  const block = tokens.split(`[data-mantine-color-scheme="${scheme}"]`)[1]?.split('}')[0] ?? '';
  return (name) => new RegExp(`${name}:\\s*(#[0-9a-f]{6})`).exec(block)?.[1] ?? '';
}

function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((c) =>
    c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

describe.each(['light', 'dark'])('the %s palette', (scheme) => {
  const { tones, page, text, dim } = paletteOf(tokensOf(scheme));

  it.each(Object.entries(tones))(
    'reads at 4.5 to 1 in the tone %s, on the page and on its soft ground',
    (id, { solid, soft }) => {
      expect(contrast(solid, page)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(solid, soft), id).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('reads at 4.5 to 1 in its inks', () => {
    expect(contrast(text, page)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(dim, page)).toBeGreaterThanOrEqual(4.5);
  });
});

it('gives no verdict its own tone, never that of clear', () => {
  expect(SEVERITIES.map(toneOf)).toEqual([
    'critical',
    'warn',
    'watch',
    'clear',
    'neutral',
    'neutral',
    'neutral',
  ]);
});
