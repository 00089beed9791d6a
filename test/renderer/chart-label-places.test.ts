import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placeLabels } from '#renderer/chart/label-places.ts';
import { wrapLabel } from '#renderer/chart/wrap-label.ts';

it('keeps labels apart that have room, and lifts those that have not', () => {
  const at = (centre: number) => ({ centre, width: 60 });
  expect(placeLabels([at(100), at(200), at(300)], 0, 400)).toEqual([
    { row: 0, shift: 0 },
    { row: 0, shift: 0 },
    { row: 0, shift: 0 },
  ]);
  expect(placeLabels([at(100), at(120), at(300)], 0, 400).map(({ row }) => row)).toEqual([0, 1, 0]);
});

it('pushes a label inside the picture', () => {
  expect(
    placeLabels(
      [
        { centre: 5, width: 60 },
        { centre: 395, width: 60 },
      ],
      0,
      400,
    ),
  ).toEqual([
    { row: 0, shift: 25 },
    { row: 0, shift: -25 },
  ]);
});

it('never overlaps two labels of a row nor leaves the bounds', () => {
  const label = fc.record({
    centre: fc.integer({ min: 0, max: 500 }),
    width: fc.integer({ min: 10, max: 120 }),
  });
  fc.assert(
    fc.property(fc.array(label, { maxLength: 6 }), (labels) => {
      const spans = placeLabels(labels, 0, 500).map(({ row, shift }, index) => {
        const { centre, width } = labels[index] ?? { centre: 0, width: 0 };
        return { row, left: centre + shift - width / 2, right: centre + shift + width / 2 };
      });
      for (const one of spans) {
        expect(one.left).toBeGreaterThanOrEqual(0);
        expect(one.right).toBeLessThanOrEqual(500);
        const clash = spans.filter(
          (other) =>
            other !== one && other.row === one.row && other.left < one.right && one.left < other.right,
        );
        expect(clash).toEqual([]);
      }
    }),
  );
});

it('wraps at blanks and marks what it cuts, keeping the end where there are several lines', () => {
  expect(wrapLabel('OpenAI buys cloud compute from Microsoft', 19, 2)).toEqual([
    'OpenAI buys cloud',
    '…from Microsoft',
  ]);
  expect(wrapLabel('Quarter USD 3.25bn, annualised', 19, 1)).toEqual(['Quarter USD 3.25bn…']);
  expect(wrapLabel('AWS', 16, 2)).toEqual(['AWS']);
  expect(wrapLabel('Antidisestablishmentarianism', 10, 1)).toEqual(['Antidises…']);
  expect(wrapLabel('', 10, 2)).toEqual(['']);
});
