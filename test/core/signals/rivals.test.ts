import fc from 'fast-check';
import { expect, it } from 'vitest';
import { POLICIES } from '#core/figures/policy.ts';
import type { Flag } from '#core/signals/flag.ts';
import { signalRegistry } from '#core/signals/registry.ts';
import { runSignals } from '#core/signals/run.ts';
import { anyMarket, companies } from './any-market.ts';

/** The runner asks the other policies only where they could choose otherwise; nobody may notice. */
const signals = signalRegistry.filter(({ readsFlags }) => readsFlags !== true);
const subjectIds = companies.map(({ id }) => id);
const keyOf = ({ subjectId, signal, measure, scope }: Flag) =>
  `${subjectId} ${signal} ${measure} ${scope.kind === 'total' ? '' : scope.id}`;

it('what a card says of another policy is what a run under that policy gives', () => {
  fc.assert(
    fc.property(anyMarket, (view) => {
      const flags = runSignals({ view, subjectIds, sets: [], signals });
      for (const policy of POLICIES.filter(({ id }) => id !== flags[0]?.policy)) {
        const label = `Policy: ${policy.label}`;
        const run = runSignals({ view, subjectIds, sets: [], signals, policy });
        const given = new Map(
          run.map((flag) => [
            keyOf(flag),
            { label, value: flag.value, severity: flag.severity, note: flag.workings || null },
          ]),
        );
        for (const flag of flags) {
          const said = flag.alternatives.filter((one) => one.label === label);
          const own = given.get(keyOf(flag));
          expect(said.map(comparable)).toEqual(own === undefined ? [] : [comparable(own)]);
        }
      }
    }),
    { numRuns: 50 },
  );
}, 120_000);

it('flags of several subjects are those of each alone', () => {
  fc.assert(
    fc.property(anyMarket, (view) => {
      const together = runSignals({ view, subjectIds, sets: [], signals: signalRegistry });
      const alone = subjectIds.flatMap((id) =>
        runSignals({ view, subjectIds: [id], sets: [], signals: signalRegistry }),
      );
      expect(together).toEqual(alone);
    }),
    { numRuns: 15 },
  );
}, 120_000);

/** An alternative shows the bounds of what is missing where the flag itself shows no value. */
function comparable({ value, severity, ...rest }: Flag['alternatives'][number]) {
  return severity === 'insufficient-data' ? { severity, ...rest } : { value, severity, ...rest };
}
