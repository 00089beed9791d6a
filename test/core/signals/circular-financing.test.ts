import { describe, expect, it } from 'vitest';
import { loopedAmount, recycledShare, roundTripRatio, vendorFinancedShare } from '#core/flows/circles.ts';
import { exactly, type Interval } from '#core/quantities/interval.ts';
import { circularFinancing } from '#core/signals/circular-financing.ts';
import { isClose, vectorOf } from '../vectors.ts';
import { dealRow, entityRow } from '../view-rows.ts';
import { buys, cloud, earns, flagsOn, fund, funds, lab, onlyFlag, pays, source } from './flow-rows.ts';

const loop = (given: object, paid: object) => [funds(cloud, lab, given), buys(lab, cloud, paid)];
const between = (lo: number, hi: number | null): Interval => ({ lo, point: lo, hi });

describe('the three ratios', () => {
  it('TV06: Microsoft and Amazon', () => {
    const { Microsoft_OpenAI: microsoft, Amazon_OpenAI: amazon } = vectorOf('TV06').expected.pairs;
    const firm = { invested: exactly(13), returned: exactly(250) };
    expect(isClose(roundTripRatio(firm)?.point, microsoft.rtr)).toBe(true);
    expect(recycledShare(firm)).toEqual(exactly(microsoft.recycledShare));
    expect(isClose(vendorFinancedShare(firm)?.point, microsoft.vendorFinancedShare)).toBe(true);
    const open = { invested: between(10, null), returned: exactly(38) };
    expect(roundTripRatio(open)).toEqual({ lo: 0, point: amazon.rtrAtInvLo, hi: amazon.rtrAtInvLo });
    expect(recycledShare(open)).toEqual({ lo: 0, point: 1, hi: 1 });
    expect(isClose(vendorFinancedShare(open)?.lo, amazon.vendorFinancedShareAtInvLo)).toBe(true);
  });

  it('TV07 and TV36: ranges', () => {
    const { N_O } = vectorOf('TV07').expected;
    const n = { invested: exactly(100), returned: { lo: 120, point: 120, hi: 160 } };
    expect(roundTripRatio(n)).toEqual({ lo: N_O.rtr[0], point: N_O.rtr[0], hi: N_O.rtr[1] });
    const financed = vendorFinancedShare(n);
    expect(isClose(financed?.lo, N_O.vendorFinancedShare[0])).toBe(true);
    expect(isClose(financed?.hi, N_O.vendorFinancedShare[1])).toBe(true);
    const vehicle = { invested: exactly(50), returned: { lo: 30, point: 30, hi: 40 } };
    const { rtr } = vectorOf('TV36').expected;
    expect(roundTripRatio(vehicle)).toEqual({ lo: rtr[0], point: rtr[0], hi: rtr[1] });
  });

  it('TV35: looped money over the revenue of the funded company', () => {
    const { microsoft, amazonInTalks } = vectorOf('TV35').expected;
    const part = (invested: number, returned: number) =>
      (loopedAmount({ invested: exactly(invested), returned: exactly(returned) })?.point ?? Number.NaN) / 13;
    expect(isClose(part(13, 250), microsoft)).toBe(true);
    expect(isClose(part(10, 38), amazonInTalks)).toBe(true);
  });
});

describe('a loop', () => {
  it('is critical where nearly all can come back and it weighs against revenue', () => {
    const flag = onlyFlag(
      flagsOn(circularFinancing, { deals: loop({ amount: 13 }, { amount: 250 }), figures: [earns(lab, 13)] }),
    );
    expect(flag).toMatchObject({
      severity: 'critical',
      value: exactly(1),
      certainty: 'certain',
      scope: { name: 'Cloud – Lab' },
    });
    expect(flag.workings).toBe(
      'min(USD 13, USD 250) / USD 13 = 1; vendor-financed: min(USD 13, USD 250) / USD 250 = 0.052',
    );
    expect(flag.inputs.map(({ role }) => role)).toEqual(['funding', 'payment', 'revenue']);
  });

  it('of a tenth of the revenue or less is held at warn, and says so', () => {
    const deals = loop({ amount: 13 }, { amount: 250 });
    const held = onlyFlag(flagsOn(circularFinancing, { deals, figures: [earns(lab, 130)] }));
    expect(held).toMatchObject({ severity: 'warn', bandHi: 'critical' });
    expect(held.tags).toContain('held-at-warn');
    expect(held.note).toContain('10 % of the yearly revenue of Lab');
    expect(onlyFlag(flagsOn(circularFinancing, { deals })).note).toContain(
      'cannot be set against the yearly revenue',
    );
  });

  it('in talks is held at warn and gives the uncapped severity', () => {
    const deals = loop({ amount: 10, status: 'in-talks' }, { amount: 38 });
    const flag = onlyFlag(flagsOn(circularFinancing, { deals, figures: [earns(lab, 13)] }));
    expect(flag).toMatchObject({ severity: 'warn', value: exactly(1) });
    expect(flag.tags).toContain('capped');
    expect(flag.note).toContain('uncapped it is critical');
  });

  it('without one of its amounts is a warning without a number, never zero', () => {
    for (const deals of [loop({}, { amount: 300 }), loop({ amount: 8 }, {})]) {
      const flag = onlyFlag(flagsOn(circularFinancing, { deals }));
      expect(flag).toMatchObject({ severity: 'warn', state: 'ok', value: null, certainty: null });
      expect(flag.tags).toEqual(expect.arrayContaining(['unquantified', 'undisclosed-amounts']));
    }
  });

  it('elsewhere, of a company that the subject deals with, is listed but not critical', () => {
    const other = entityRow('ent_other', 'Other');
    const deals = [
      buys(lab, cloud, { amount: 5 }),
      funds(cloud, other, { amount: 8 }),
      buys(other, cloud, { amount: 8 }),
    ];
    const flag = onlyFlag(
      flagsOn(circularFinancing, { entities: [cloud, lab, other], deals, figures: [earns(other, 1)] }),
    );
    expect(flag).toMatchObject({ severity: 'warn', scope: { name: 'Cloud – Other' } });
    expect(flag.note).toContain('passes through Lab');
  });

  it('through a brand is one of its parent', () => {
    const brand = entityRow('ent_brand', 'Brand', { parentId: cloud.id, rollsUp: 1 });
    const deals = [funds(cloud, lab, { amount: 10 }), buys(lab, brand, { amount: 5 })];
    const flag = onlyFlag(flagsOn(circularFinancing, { entities: [brand, cloud, lab], deals }));
    expect(flag).toMatchObject({ value: exactly(0.5), severity: 'watch', scope: { name: 'Cloud – Lab' } });
  });

  it('needs both ways near in time', () => {
    const deals = loop(
      { amount: 10, extra: { startOn: '2010-01-01' } },
      { amount: 5, extra: { startOn: '2024-01-01' } },
    );
    expect(onlyFlag(flagsOn(circularFinancing, { deals }))).toMatchObject({
      severity: 'clear',
      value: exactly(0),
    });
    const near = loop(
      { amount: 10, extra: { startOn: '2021-06-01' } },
      { amount: 5, extra: { startOn: '2024-01-01' } },
    );
    expect(onlyFlag(flagsOn(circularFinancing, { deals: near })).tags).not.toContain('undated');
    expect(
      onlyFlag(flagsOn(circularFinancing, { deals: loop({ amount: 10 }, { amount: 5 }) })).tags,
    ).toContain('undated');
  });

  it('has at most five deals', () => {
    const links = [1, 2, 3, 4].map((n) => entityRow(`ent_${n}`, `Link ${n}`));
    const chain = (many: number) => {
      const path = [lab, ...links.slice(0, many), cloud];
      return [
        funds(cloud, lab, { amount: 10 }),
        ...path.slice(1).map((to, at) => buys(path[at] ?? lab, to, { amount: 10 })),
      ];
    };
    const entities = [...links, cloud, lab];
    expect(onlyFlag(flagsOn(circularFinancing, { entities, deals: chain(3) })).severity).toBe('warn');
    expect(onlyFlag(flagsOn(circularFinancing, { entities, deals: chain(4) })).severity).toBe('clear');
  });
});

const guarantee = dealRow({
  id: 'dea_guarantee',
  name: 'Cloud backs Lab',
  kind: 'guarantee',
  status: 'signed',
  source,
  parties: [
    ['guarantor', cloud],
    ['beneficiary', lab],
  ],
  amounts: [{ id: 'fig_guarantee', source, amount: 9 }],
});

describe('what is no loop', () => {
  it.each([
    ['funding without a way back', [funds(fund, lab, { amount: 10 }), buys(lab, cloud, { amount: 10 })]],
    ['a guarantee', [funds(fund, lab, { amount: 1 }), guarantee, buys(lab, cloud, { amount: 9 })]],
    ['cross-holdings', [funds(cloud, lab, { amount: 10 }), funds(lab, cloud, { amount: 10 })]],
    [
      'what was terminated',
      loop({ amount: 10, status: 'terminated' }, { amount: 10 }).concat(funds(fund, lab, { amount: 1 })),
    ],
  ])('%s', (_, deals) => {
    expect(onlyFlag(flagsOn(circularFinancing, { deals }))).toMatchObject({
      severity: 'clear',
      value: exactly(0),
    });
  });

  it('nothing on file about funding is not clear', () => {
    const flag = onlyFlag(flagsOn(circularFinancing, { deals: [buys(lab, cloud, { amount: 10 })] }));
    expect(flag.severity).toBe('insufficient-data');
    expect(flag.missing).toHaveLength(1);
  });
});

describe('a funder of several', () => {
  it('TV07: gets back from all of them no more than it put in', () => {
    const [n, o, c] = [entityRow('ent_n', 'N'), entityRow('ent_o', 'O'), entityRow('ent_c', 'C')];
    const deals = [
      funds(n, o, { amount: 100 }),
      funds(n, c, { amount: 10 }),
      buys(o, c, { amount: 300 }),
      buys(c, n, { amount: 100, high: 140 }),
      buys(o, n, { amount: 20 }),
    ];
    const flags = flagsOn(circularFinancing, { entities: [c, n, o], deals }, n);
    const total = flags.find(({ scope }) => scope.kind === 'total');
    expect(total).toMatchObject({
      value: exactly(vectorOf('TV07').expected.funderTotal.recycledShare),
      severity: 'warn',
    });
    expect(flags.map(({ scope }) => (scope.kind === 'total' ? 'total' : scope.name))).toEqual([
      'total',
      'N – C',
      'N – O',
    ]);
  });
});

describe('reciprocal dealing', () => {
  const trade = (mine: object, theirs: object) => [
    buys(lab, cloud, { amount: 100, ...mine }),
    pays('licensing', cloud, lab, { amount: 95, ...theirs }),
  ];
  const on = (startOn: string) => ({ extra: { startOn } });
  const pairOf = (deals: ReturnType<typeof trade>) =>
    flagsOn(circularFinancing, { deals }).find(({ scope }) => scope.kind === 'about');

  it('warns where both legs are near in time and size', () => {
    expect(pairOf(trade(on('2025-01-01'), on('2025-04-01')))?.severity).toBe('warn');
    expect(pairOf(trade(on('2025-01-01'), on('2025-04-02')))?.severity).toBe('clear');
    expect(pairOf(trade(on('2025-01-01'), { ...on('2025-02-01'), amount: 89 }))?.severity).toBe('clear');
  });

  it('says what is missing where a leg has no day', () => {
    const flag = pairOf(trade({}, on('2025-04-01')));
    expect(flag).toMatchObject({
      severity: 'insufficient-data',
      missing: ['day of Lab to Cloud: cloud-compute'],
    });
  });
});
