import { describe, expect, it } from 'vitest';
import { evaluateSignals } from '#core/signals/evaluate.ts';
import type { Flag } from '#core/signals/flag.ts';
import { isClose, vectorOf } from '../../core/vectors.ts';
import { sampleView } from './sample-view.ts';

/** TV37 on funding: what the sample case in a real ledger file must give, on the day of the deal and a year later. */
interface Row {
  readonly signal: string;
  readonly subject: string;
  readonly value: number | readonly number[] | null;
  readonly severity: string;
}
const rows = vectorOf('TV37').expected as readonly Row[];
const AWS = 'OpenAI buys cloud compute from AWS';

function rowOf(signal: string, subject: string): Row {
  const row = rows.find((one) => one.signal === signal && one.subject.startsWith(subject));
  if (row === undefined) throw new Error(`TV37 has no ${signal}, ${subject}.`);
  return row;
}

describe.each(['2025-11-03', '2026-11-23'])('TV37 as of %s', (asOf) => {
  let flags: readonly Flag[] | null = null;
  function flagOf(signal: string, scope: string, measure: string | null): Flag {
    if (flags === null) {
      const { view, openai } = sampleView(asOf);
      flags = evaluateSignals(view, [openai], []);
    }
    const flag = flags.find(
      (one) =>
        one.signal === signal &&
        one.measure === measure &&
        (one.scope.kind === 'total' ? 'total' : one.scope.name) === scope,
    );
    if (flag === undefined) throw new Error(`No flag ${signal}, ${scope}.`);
    return flag;
  }

  it.each([
    ['unfunded-commitments', 'AWS 38', AWS, null],
    ['growth-dependence', 'stated 13 to 100', 'total', 'stated'],
    ['burn-multiple', 'OpenAI', 'total', null],
    ['tenor-life-mismatch', 'AWS 7y', AWS, null],
    ['valuation-multiple', '500 / 13', 'total', 'present'],
    ['valuation-multiple', '1000 / 13', 'total', 'projected'],
  ])('%s: %s', (signal, subject, scope, measure) => {
    const [flag, row] = [flagOf(signal, scope, measure), rowOf(signal, subject)];
    expect(isClose(flag.value?.point, row.value as number)).toBe(true);
    expect(flag.severity).toBe(row.severity);
  });

  it.each([
    ['funding-gap', 'OpenAI 7y / 5y'],
    ['capacity-feasibility', '1 GW a week'],
  ])('%s, from end to end', (signal, subject) => {
    const [flag, row] = [flagOf(signal, 'total', null), rowOf(signal, subject)];
    const [lo = 0, hi = 0] = row.value as readonly number[];
    expect(isClose(flag.value?.lo, lo) && isClose(flag.value?.hi, hi)).toBe(true);
    expect([flag.severity, flag.certainty]).toEqual([row.severity, 'certain']);
    expect(flag.tags).toContain('assumption');
  });

  it('growth-dependence: required, at the longest tenor', () => {
    const [flag, row] = [
      flagOf('growth-dependence', 'total', 'required'),
      rowOf('growth-dependence', 'required over 7y'),
    ];
    const over7 = flag.alternatives.find(({ label }) => label === 'Over 7 years');
    expect(
      isClose(flag.value?.lo, row.value as number) && isClose(over7?.value?.point, row.value as number),
    ).toBe(true);
    expect([flag.severity, over7?.severity]).toEqual([row.severity, row.severity]);
  });

  it('cash-runway and take-or-pay-inflexibility: not disclosed', () => {
    expect(flagOf('cash-runway', 'total', null)).toMatchObject({
      severity: 'insufficient-data',
      value: null,
    });
    const flag = flagOf('take-or-pay-inflexibility', AWS, null);
    const [lo, hi] = rowOf('take-or-pay-inflexibility', 'AWS').value as readonly number[];
    expect(flag.severity).toBe('insufficient-data');
    expect(flag.alternatives.find(({ label }) => label.startsWith('Whatever'))?.value).toMatchObject({
      lo,
      hi,
    });
  });

  it('says where the ends of the AWS flags lie', () => {
    expect(flagOf('unfunded-commitments', AWS, null)).toMatchObject({
      certainty: 'possible',
      bandLo: 'warn',
      bandHi: 'critical',
    });
    expect(flagOf('tenor-life-mismatch', AWS, null)).toMatchObject({
      certainty: 'possible',
      bandLo: 'watch',
      bandHi: 'critical',
    });
    expect(flagOf('burn-multiple', 'total', null).tags).toContain('basis-mismatch');
  });
});
