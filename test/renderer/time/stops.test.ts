import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantAt, stopAt, stopsOf } from '#renderer/app/time/stops.ts';

const changes = (times: readonly number[]) =>
  times
    .map((ms, at) => ({ seq: at + 1, at: new Date(ms).toISOString(), summary: `change ${at + 1}` }))
    .toReversed();

describe('the changes as places on a line', () => {
  it('stand oldest first, each with the last instant that does not know it', () => {
    expect(stopsOf(changes([1_000, 2_000]))).toEqual([
      { seq: 1, at: '1970-01-01T00:00:01.000Z', before: '1970-01-01T00:00:00.999Z', summary: 'change 1' },
      { seq: 2, at: '1970-01-01T00:00:02.000Z', before: '1970-01-01T00:00:01.999Z', summary: 'change 2' },
    ]);
  });

  it('lead to an instant and back, and just before each is the one before it', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(gaps, (steps) => {
        let time = 0;
        const stops = stopsOf(changes(steps.map((step) => (time += step))));
        for (const [index, { before }] of stops.entries()) {
          expect(stopAt(stops, instantAt(stops, index))).toBe(index);
          expect(stopAt(stops, before)).toBe(index - 1);
        }
      }),
    );
  });

  it('end at now, which is no instant', () => {
    const stops = stopsOf(changes([1, 2, 3]));
    expect([instantAt(stops, 2), stopAt(stops, null), stopAt([], null)]).toEqual([null, 2, -1]);
  });
});
