import { describe, expect, it } from 'vitest';
import type { QuoteFacts } from '#core/model/ledger-view.ts';
import { conflictOfInterest } from '#core/signals/conflict-of-interest.ts';
import { vectorOf } from '../vectors.ts';
import { entityRow } from '../view-rows.ts';
import { buys, cloud, flagsOn, fund, funds, lab, onlyFlag, rival, source } from './flow-rows.ts';

const backed = (own: object, others: object) => [funds(cloud, lab, own), funds(cloud, rival, others)];

describe('a backer of a rival', () => {
  it.each([
    [8, vectorOf('TV31').expected.rivalExposure8],
    [4, vectorOf('TV31').expected.rivalExposure4],
  ])('TV31: %d in the rival against 10', (amount, expected) => {
    const flag = onlyFlag(flagsOn(conflictOfInterest, { deals: backed({ amount: 10 }, { amount }) }));
    expect(flag).toMatchObject({ severity: 'warn', value: { point: expected }, scope: { name: 'Cloud' } });
    expect(flag.note).toContain('Cloud backs Lab and also Rival');
  });

  it('is shown without a number where an amount is unknown', () => {
    const flag = onlyFlag(flagsOn(conflictOfInterest, { deals: backed({}, { amount: 8 }) }));
    expect(flag).toMatchObject({ severity: 'warn', value: null });
    expect(flag.tags).toContain('unquantified');
  });

  it('with an exclusive deal is critical, unless its backing is only talked about', () => {
    const exclusive = buys(lab, cloud, { amount: 1, extra: { isExclusive: 1 } });
    const firm = [...backed({ amount: 10 }, { amount: 8 }), exclusive];
    expect(onlyFlag(flagsOn(conflictOfInterest, { deals: firm })).severity).toBe('critical');
    const soft = [...backed({ amount: 10, status: 'in-talks' }, { amount: 8 }), exclusive];
    expect(onlyFlag(flagsOn(conflictOfInterest, { deals: soft })).severity).toBe('warn');
  });
});

it('a supplier of the same sector warns', () => {
  const deals = [buys(lab, rival, { amount: 5 }), funds(fund, lab, { amount: 1 })];
  const flag = onlyFlag(flagsOn(conflictOfInterest, { deals }));
  expect(flag).toMatchObject({ severity: 'warn', value: null, scope: { name: 'Rival as a supplier' } });
});

it('quoted people of a party are on watch, others are not', () => {
  const quote = (id: string, isAffiliated: number): QuoteFacts => ({
    id,
    speakerId: 'ent_p',
    speaker: entityRow('ent_p', 'Pat', { kind: 'person' }),
    affiliationId: lab.id,
    role: null,
    words: 'A fine deal',
    isVerbatim: 1,
    stance: 1,
    aboutId: lab.id,
    aboutDealId: null,
    isAffiliated,
    saidOn: null,
    sourceId: source.id,
    source,
    passageId: null,
    note: null,
    recordedSeq: 1,
  });
  const deals = [funds(fund, lab, { amount: 1 })];
  const flags = flagsOn(conflictOfInterest, { deals, quotes: [quote('quo_1', 1), quote('quo_2', 0)] });
  expect(flags.map(({ severity }) => severity)).toEqual(['clear', 'watch']);
  expect(flags[1]?.workings).toBe('1 quote by Pat.');
  expect(flags[1]?.inputs.map(({ id }) => id)).toEqual(['quo_1']);
});

it('is not clear while backers or the sector are unknown', () => {
  expect(onlyFlag(flagsOn(conflictOfInterest, { deals: [buys(lab, cloud, { amount: 1 })] })).missing).toEqual(
    ['who funds the company'],
  );
  const flag = onlyFlag(flagsOn(conflictOfInterest, { deals: [funds(cloud, fund, { amount: 1 })] }, fund));
  expect(flag).toMatchObject({
    severity: 'insufficient-data',
    missing: ['sector of Fund, by which rivals are known'],
  });
});
