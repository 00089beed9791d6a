import { describe, expect, it } from 'vitest';
import { relatedParty } from '#core/signals/related-party.ts';
import { isClose, vectorOf } from '../vectors.ts';
import { entityRow, figureRow } from '../view-rows.ts';
import { buys, cloud, flagsOn, fund, funds, lab, onlyFlag, source } from './flow-rows.ts';

const others = buys(lab, fund, { amount: 360.4 });
const toHolder = buys(lab, cloud, { amount: 250 });
const total = figureRow({
  id: 'fig_total',
  about: lab.id,
  metric: 'total-commitments',
  source,
  amount: 1_400,
});

function holding(stake: number | null, amount?: number) {
  const deal = funds(cloud, lab, { id: 'dea_stake', ...(amount === undefined ? {} : { amount }) });
  if (stake === null) return deal;
  const figure = figureRow({
    id: 'fig_stake',
    about: cloud.id,
    metric: 'deal-stake',
    source,
    unit: 'percent',
    amount: stake,
    extra: { dealId: deal.id },
  });
  return { ...deal, amounts: [...deal.amounts, figure] };
}

describe('related parties', () => {
  it('TV31: of the named commitments, and of the stated total', () => {
    const flag = onlyFlag(
      flagsOn(relatedParty, { deals: [others, toHolder, holding(null, 13)], figures: [total] }),
    );
    const { relatedPartyNamed, relatedPartyAgg } = vectorOf('TV31').expected;
    expect(isClose(flag.value?.point, relatedPartyNamed)).toBe(true);
    expect(flag.value?.lo).toBe(0);
    expect(isClose(flag.alternatives[0]?.value?.point, relatedPartyAgg)).toBe(true);
    expect(flag).toMatchObject({ severity: 'warn', certainty: 'possible' });
    expect(flag.tags).toContain('held-at-warn');
  });

  it.each([
    [27, 'critical', 'certain'],
    [19, 'warn', 'certain'],
    [5.1, 'warn', 'certain'],
  ])('a stake of %d %% on file is %s', (stake, severity, certainty) => {
    const flag = onlyFlag(flagsOn(relatedParty, { deals: [others, toHolder, holding(stake, 13)] }));
    expect(flag).toMatchObject({ severity, certainty });
  });

  it('a stake of 5 % or less ties nobody', () => {
    const flag = onlyFlag(flagsOn(relatedParty, { deals: [others, toHolder, holding(5, 13)] }));
    expect(flag).toMatchObject({
      severity: 'insufficient-data',
      missing: ['who holds shares of the company'],
    });
  });

  it('a holder of whom neither stake nor amount is stated counts at the high end only', () => {
    const flag = onlyFlag(flagsOn(relatedParty, { deals: [others, toHolder, holding(null)] }));
    expect(flag).toMatchObject({ severity: 'clear', certainty: 'possible', value: { lo: 0, point: 0 } });
    expect(isClose(flag.value?.hi, 250 / 610.4)).toBe(true);
  });

  it('a parent that is not counted as one company is control', () => {
    const owned = entityRow('ent_lab', 'Lab', { parentId: cloud.id });
    const deals = [others, toHolder].map((deal) => ({
      ...deal,
      parties: deal.parties.map((party) =>
        party.entity.id === owned.id ? { ...party, entity: owned } : party,
      ),
    }));
    const flag = onlyFlag(flagsOn(relatedParty, { entities: [cloud, fund, owned], deals }, owned));
    expect(flag.severity).toBe('critical');
  });

  it('talks of an investment make no holder; no holder on file is not clear', () => {
    const talks = funds(cloud, lab, { amount: 10, status: 'in-talks' });
    expect(onlyFlag(flagsOn(relatedParty, { deals: [toHolder, talks] })).severity).toBe('insufficient-data');
  });

  it('a letter of intent is held at warn', () => {
    const letter = buys(lab, cloud, { amount: 250, status: 'letter-of-intent' });
    const flag = onlyFlag(flagsOn(relatedParty, { deals: [others, letter, holding(27, 13)] }));
    expect(flag.severity).toBe('warn');
    expect(flag.tags).toContain('capped');
  });
});
