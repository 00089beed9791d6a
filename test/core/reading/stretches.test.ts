import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holds, overlaps, stretchesOf } from '#core/reading/stretches.ts';

const place = fc.tuple(fc.nat(30), fc.nat(12)).map(([start, length]) => ({ start, end: start + length + 1 }));

describe('stretches', () => {
  it('answer what a pass over all of them would', () => {
    fc.assert(
      fc.property(fc.array(place, { maxLength: 8 }), place, (places, asked) => {
        const { touch, cover, fillIn } = stretchesOf(places);
        expect(touch(asked)).toBe(places.some((one) => overlaps(one, asked)));
        expect(cover(asked)).toBe(places.some((one) => holds(one, asked)));
        expect(fillIn(asked)).toBe(places.some((one) => holds(asked, one)));
      }),
    );
  });
});
