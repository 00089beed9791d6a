/**
 * Places labels over vertical lines so that none overlaps another or leaves the picture:
 * each keeps to its line where it can, is pushed inside the bounds where it must, and moves up a row where it would collide.
 */
export interface LabelPlace {
  /** 0 is the row nearest the lines. */
  readonly row: number;
  /** Pixels by which the centre of the label stands right of its line. */
  readonly shift: number;
}

export interface LabelSpan {
  readonly centre: number;
  readonly width: number;
}

const GAP = 6;

export function placeLabels(
  labels: readonly LabelSpan[],
  from: number,
  until: number,
): readonly LabelPlace[] {
  const rows: number[] = [];
  const places = new Map<LabelSpan, LabelPlace>();
  for (const label of [...labels].sort((a, b) => a.centre - b.centre)) {
    const centre = within(label, from, until);
    const left = centre - label.width / 2;
    const free = rows.findIndex((end) => end + GAP <= left);
    const row = free === -1 ? rows.length : free;
    rows[row] = left + label.width;
    places.set(label, { row, shift: centre - label.centre });
  }
  return labels.map((label) => places.get(label) ?? { row: 0, shift: 0 });
}

function within({ centre, width }: LabelSpan, from: number, until: number): number {
  return Math.max(from + width / 2, Math.min(until - width / 2, centre));
}
