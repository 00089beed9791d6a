import type { AxisScale } from './axis-scale.ts';
import type { BarItem } from './bar-item.ts';
import { pinTicks } from './ground.ts';
import type { Palette } from './palette.ts';
import { wrapLabel } from './wrap-label.ts';

/** The two axes of horizontal bars: amounts along the bottom with their unit, names at the left. */
const NARROW_BELOW = 560;
const LABEL_CHARACTERS = { wide: 30, narrow: 19 };
/** Pixels that names take at most, by the characters above. */
export const LABEL_WIDTH = { wide: 215, narrow: 145 };
/** A title wider than the plot would be squeezed, so it takes a second line. */
const TITLE_CHARACTERS = 32;

export function isNarrow(width: number): boolean {
  return width < NARROW_BELOW;
}

interface AmountAxis {
  readonly axis: string;
  readonly tick: (amount: number) => string;
}

interface Look {
  readonly palette: Palette;
  /** More would be squeezed, so it takes a second line. */
  readonly titleCharacters: number;
}

/** Amounts along the bottom, where ticks stand side by side. */
export function amountAxis(amounts: AmountAxis, scale: AxisScale, palette: Palette) {
  const axis = uprightAmountAxis(amounts, scale, { palette, titleCharacters: TITLE_CHARACTERS });
  return { ...axis, ticks: { ...axis.ticks, maxRotation: 0, autoSkipPadding: 8 } };
}

/** Amounts up the side, with their unit. */
export function uprightAmountAxis(
  { axis, tick }: AmountAxis,
  scale: AxisScale,
  { palette, titleCharacters }: Look,
) {
  const title = scale.kind === 'logarithmic' ? `${axis} (logarithmic scale)` : axis;
  return {
    type: scale.kind,
    min: scale.min,
    max: scale.max,
    afterBuildTicks: pinTicks(scale.ticks),
    border: { color: palette.strongLine },
    grid: { color: palette.line, tickColor: palette.strongLine },
    ticks: {
      color: palette.dim,
      font: { size: 11 },
      callback: (amount: number | string) => tick(Number(amount)),
    },
    title: {
      display: true,
      text: [...wrapLabel(title, titleCharacters, 3)],
      color: palette.dim,
      font: { size: 11 },
      padding: { top: 4 },
    },
  };
}

interface OfRow {
  readonly index: number;
}

interface OnChart {
  readonly chart: { readonly width: number };
}

export function nameAxis(items: readonly BarItem[], palette: Palette) {
  return {
    type: 'category' as const,
    border: { color: palette.strongLine },
    grid: { display: false },
    ticks: {
      autoSkip: false,
      crossAlign: 'far' as const,
      color: ({ index }: OfRow) => (items[index]?.interval === null ? palette.dim : palette.text),
      font: ({ index }: OfRow) => ({ size: 12, weight: items[index]?.isStrong ? 650 : 400 }),
      callback(this: OnChart, _: number | string, index: number) {
        return linesOf(items[index], isNarrow(this.chart.width));
      },
    },
  };
}

/** A narrow chart gives both lines to the name and leaves the detail to the tooltip and the table. */
function linesOf(item: BarItem | undefined, narrow: boolean): string[] {
  if (item === undefined) return [];
  if (narrow) return [...wrapLabel(item.label, LABEL_CHARACTERS.narrow, 2)];
  if (item.detail === '') return [...wrapLabel(item.label, LABEL_CHARACTERS.wide, 2)];
  return [
    ...wrapLabel(item.label, LABEL_CHARACTERS.wide, 1),
    ...wrapLabel(item.detail, LABEL_CHARACTERS.wide + 3, 1),
  ];
}
