import { describe, expect, it } from 'vitest';
import { lookedThrough } from '#core/metrics/look-through.ts';
import { exactly } from '#core/quantities/interval.ts';
import { singleSourceDependency } from '#core/signals/single-source-dependency.ts';
import { isClose, vectorOf } from '../vectors.ts';
import { entityRow, figureRow } from '../view-rows.ts';
import { buys, cloud, flagsOn, fund, lab, onlyFlag, pays, source } from './flow-rows.ts';

const chips = entityRow('ent_chips', 'Chips');
const entities = [chips, cloud, fund, lab];
const two = [buys(lab, cloud, { amount: 60 }), buys(lab, fund, { amount: 40 })];
const behind = pays('chip-supply', cloud, chips, { status: 'rumoured' });
const shareOf = (percent: number) =>
  figureRow({
    id: 'fig_share',
    about: chips.id,
    metric: 'market-share',
    source,
    unit: 'percent',
    amount: percent,
  });

describe('looking through', () => {
  it('TV10: the vendor behind all suppliers', () => {
    const { inputs, expected } = vectorOf('TV10');
    const suppliers = Object.entries<number>(inputs.tier1).map(([name, weight]) => ({
      weight,
      share: exactly(inputs.tier2ShareOfNvidia[name]),
    }));
    expect(isClose(lookedThrough(suppliers)?.point, expected.nvidiaLookThrough)).toBe(true);
  });

  it('an unknown share is anything from none to all', () => {
    const measured = lookedThrough([
      { weight: 3, share: exactly(0.8) },
      { weight: 1, share: null },
    ]);
    expect(isClose(measured?.lo, 0.6)).toBe(true);
    expect(isClose(measured?.hi, 0.85)).toBe(true);
    expect(measured?.point).toBeNull();
    expect(lookedThrough([])).toBeNull();
  });
});

describe('the direct supplier', () => {
  it('is measured within one kind of purchase', () => {
    const flag = onlyFlag(flagsOn(singleSourceDependency, { entities, deals: two }), 'direct');
    expect(flag).toMatchObject({
      severity: 'watch',
      value: exactly(0.6),
      workings: 'Cloud: USD 60 / USD 100 = 0.6',
    });
    expect(flag.scope).toMatchObject({ kind: 'about', name: 'Cloud compute' });
  });

  it('may be anything while the amount of another is unknown', () => {
    const deals = [...two, buys(lab, chips)];
    const flag = onlyFlag(flagsOn(singleSourceDependency, { entities, deals }), 'direct');
    expect(flag).toMatchObject({ value: { lo: 0, point: 0.6, hi: 1 }, certainty: 'possible' });
  });

  it('with an exclusive contract is critical whatever its share', () => {
    const deals = [...two, buys(lab, chips, { amount: 1, extra: { isExclusive: 1 } })];
    expect(onlyFlag(flagsOn(singleSourceDependency, { entities, deals }), 'direct').severity).toBe(
      'critical',
    );
    const letter = [
      ...two,
      buys(lab, chips, { amount: 1, status: 'letter-of-intent', extra: { isExclusive: 1 } }),
    ];
    expect(onlyFlag(flagsOn(singleSourceDependency, { entities, deals: letter }), 'direct').severity).toBe(
      'warn',
    );
  });
});

describe('the vendor behind the suppliers', () => {
  it('takes its share of the market for its share at each supplier', () => {
    const rows = { entities, deals: [...two, behind], figures: [shareOf(95)] };
    const flag = onlyFlag(flagsOn(singleSourceDependency, rows), 'behind');
    expect(isClose(flag.value?.point, 0.95)).toBe(true);
    expect(flag).toMatchObject({ severity: 'critical', scope: { name: 'Chips behind cloud compute' } });
    expect(flag.workings).toBe('Cloud 60 % x 95 % + Fund 40 % x 95 % = 0.95');
    expect(flag.tags).toContain('proxy');
  });

  it('without a share on file is named as missing', () => {
    const flag = onlyFlag(flagsOn(singleSourceDependency, { entities, deals: [...two, behind] }), 'behind');
    expect(flag).toMatchObject({ severity: 'insufficient-data', missing: ['market share of Chips'] });
  });

  it('is not known where nobody says whom the suppliers buy from', () => {
    const flag = onlyFlag(flagsOn(singleSourceDependency, { entities, deals: two }), 'behind');
    expect(flag.missing).toEqual(['whom the suppliers buy from']);
  });
});

it('without purchases says so for both', () => {
  const flags = flagsOn(singleSourceDependency, { entities });
  expect(flags.map(({ severity }) => severity)).toEqual(['insufficient-data', 'insufficient-data']);
});
