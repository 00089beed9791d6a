/**
 * Rows for labels over vertical lines, so that none covers another: each is held inside the bounds as the drawing
 * holds it, and moves up a row where it would collide.
 */
interface LabelSpan {
  readonly centre: number;
  readonly width: number;
}

interface Bounds {
  readonly left: number;
  readonly right: number;
}

const GAP = 6;

/** The row of each label, in the order given; 0 is the row nearest the lines. */
export function labelRowsOf(labels: readonly LabelSpan[], bounds: Bounds): readonly number[] {
  const ends: number[] = [];
  const rows = new Map<LabelSpan, number>();
  for (const label of [...labels].sort((a, b) => a.centre - b.centre)) {
    const left = heldCentre(label, bounds) - label.width / 2;
    const free = ends.findIndex((end) => end + GAP <= left);
    const row = free === -1 ? ends.length : free;
    ends[row] = left + label.width;
    rows.set(label, row);
  }
  return labels.map((label) => rows.get(label) ?? 0);
}

/** Where a label stands that must not leave the bounds. */
export function heldCentre({ centre, width }: LabelSpan, { left, right }: Bounds): number {
  return Math.max(left + width / 2, Math.min(right - width / 2, centre));
}
