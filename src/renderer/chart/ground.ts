import type { Palette } from './palette.ts';

/** Sharp enough for a memo on paper, on whatever screen it was saved from. */
const LEAST_PIXEL_RATIO = 2;

/** What every chart stands on: sized by its box, in the type and colours of the page. */
export function ground(palette: Palette, isAnimated: boolean) {
  return {
    devicePixelRatio: Math.max(LEAST_PIXEL_RATIO, window.devicePixelRatio),
    responsive: true,
    maintainAspectRatio: false,
    animation: isAnimated ? { duration: 220 } : (false as const),
    font: { family: palette.font, size: 12 },
    color: palette.text,
  };
}

/** Ticks where the scale wants them, not where the library would put them. */
export function pinTicks(ticks: readonly number[]) {
  return (built: { ticks: { value: number }[] }) => {
    built.ticks = ticks.map((value) => ({ value }));
  };
}
