import fc from 'fast-check';
import { expect, it } from 'vitest';
import { heldCentre, labelRowsOf } from '#renderer/chart/label-rows.ts';
import { wrapLabel } from '#renderer/chart/wrap-label.ts';

const bounds = { left: 0, right: 500 };

it('keeps labels in one row that have room, and lifts those that have not', () => {
  const at = (centre: number) => ({ centre, width: 60 });
  expect(labelRowsOf([at(100), at(200), at(300)], bounds)).toEqual([0, 0, 0]);
  expect(labelRowsOf([at(100), at(120), at(300)], bounds)).toEqual([0, 1, 0]);
  expect(labelRowsOf([at(120), at(110), at(100)], bounds)).toEqual([2, 1, 0]);
});

it('reckons with labels pushed inside at the edges', () => {
  expect(heldCentre({ centre: 5, width: 60 }, bounds)).toBe(30);
  expect(
    labelRowsOf(
      [
        { centre: 0, width: 60 },
        { centre: 63, width: 20 },
      ],
      bounds,
    ),
  ).toEqual([0, 1]);
});

it('never overlaps two labels of a row nor leaves the bounds', () => {
  const label = fc.record({
    centre: fc.integer({ min: 0, max: 500 }),
    width: fc.integer({ min: 10, max: 120 }),
  });
  fc.assert(
    fc.property(fc.array(label, { maxLength: 6 }), (labels) => {
      const rows = labelRowsOf(labels, bounds);
      const spans = labels.map((one, index) => {
        const centre = heldCentre(one, bounds);
        return { row: rows[index], left: centre - one.width / 2, right: centre + one.width / 2 };
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
