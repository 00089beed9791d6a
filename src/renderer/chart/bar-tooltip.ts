import type { BarItem } from './bar-item.ts';
import type { Palette } from './palette.ts';
import { wrapLabel } from './wrap-label.ts';

const CHARACTERS = 46;

/** What a bar says when pointed at: its whole name and the lines given with it, under the bar so that it stays seen. */
export function barTooltip(items: readonly BarItem[], palette: Palette) {
  return {
    backgroundColor: palette.text,
    titleColor: palette.page,
    bodyColor: palette.page,
    yAlign: 'top' as const,
    displayColors: false,
    padding: 10,
    cornerRadius: 4,
    titleFont: { size: 12, family: palette.font },
    bodyFont: { size: 12, family: palette.font },
    callbacks: {
      title: ([first]: readonly { dataIndex: number }[]) => items[first?.dataIndex ?? -1]?.label ?? '',
      label: ({ dataIndex }: { dataIndex: number }) =>
        (items[dataIndex]?.tooltip ?? []).flatMap((line) => wrapLabel(line, CHARACTERS, 3)),
    },
  };
}
