import { describe, expect, it } from 'vitest';
import { mostReliable } from '#core/figures/policy.ts';
import { indexLedger } from '#core/metrics/ledger-index.ts';
import { matterGrounds } from '#core/report/matter-ground.ts';
import { evaluateSignals } from '#core/signals/evaluate.ts';
import type { Flag } from '#core/signals/flag.ts';
import { pickRow } from '../../core/figures/pick-rows.ts';
import { sampleView } from './sample-view.ts';

const { view, openai } = sampleView('2026-11-23');
const index = indexLedger(view);
const subject = index.entities.get(openai);
const before = evaluateSignals(view, [openai], []);

const matters =
  subject === undefined
    ? []
    : matterGrounds({ index, subject, policy: mostReliable }).flatMap((ground) =>
        ground.kind === 'amount' && ground.agreement !== null ? [ground.claims] : [],
      );
const cases = matters.flatMap((claims) => claims.map((figure) => ({ figure, claims })));

const placeOf = ({ signal, measure, scope }: Flag) =>
  [signal, measure, scope.kind === 'total' ? '' : scope.id].join(' ');
const saysOf = ({ severity, value, workings, state, missing }: Flag) => ({
  severity,
  value,
  workings,
  state,
  missing,
});

describe('a pick on any version of any matter of the sample', () => {
  it('has versions to pick from', () => expect(cases.length).toBeGreaterThan(20));

  it.each(
    cases.map((one) => ({ ...one, name: `${one.figure.metric} ${one.figure.wording ?? one.figure.id}` })),
  )('moves only flags that read its matter: $name', ({ figure, claims }) => {
    const ids = new Set(claims.map(({ id }) => id));
    const picks = [pickRow({ id: 'pck_a', figure, expiresOn: '2027-06-30' })];
    const after = new Map(
      evaluateSignals({ ...view, picks }, [openai], []).map((flag) => [placeOf(flag), flag]),
    );
    for (const flag of before) {
      const now = after.get(placeOf(flag));
      const isReading = [...flag.inputs, ...(now?.inputs ?? [])].some(({ id }) => ids.has(id));
      if (isReading) continue;
      expect(now === undefined ? null : saysOf(now), placeOf(flag)).toEqual(saysOf(flag));
    }
  });

  it('of the version that counts anyway moves nothing', () => {
    for (const claims of matters) {
      const figure = mostReliable.select(claims)?.figures[0];
      if (figure === undefined) continue;
      const picks = [pickRow({ id: 'pck_a', figure, expiresOn: '2027-06-30' })];
      const after = evaluateSignals({ ...view, picks }, [openai], []);
      expect(after.map(saysOf)).toEqual(before.map(saysOf));
    }
  });
});
