import { describe, expect, it } from 'vitest';
import { mostReliable } from '#core/figures/policy.ts';
import { commitmentsOf, commonCurrency, totalOf } from '#core/metrics/commitments.ts';
import { indexLedger } from '#core/metrics/ledger-index.ts';
import type { Study } from '#core/metrics/study.ts';
import { suppliersOf } from '#core/metrics/suppliers.ts';
import type { DealFacts, EntityFacts } from '#core/model/ledger-view.ts';
import { caseView, openai } from '../case-view.ts';
import { type DealSpec, dealRow, entityRow, sourceRow, viewOf } from '../view-rows.ts';

const BN = 1e9;
const source = sourceRow('src', 'C');
const buyer = entityRow('ent_buyer', 'Buyer');
const unit = entityRow('ent_unit', 'Unit', { parentId: buyer.id, rollsUp: 1 });
const seller = entityRow('ent_seller', 'Seller');
const other = entityRow('ent_other', 'Other');
const entities = [buyer, other, seller, unit];

function deal(id: string, spec: Partial<DealSpec> = {}): DealFacts {
  return dealRow({
    id,
    name: id,
    kind: 'supply',
    status: 'signed',
    parties: [
      ['payer', buyer],
      ['payee', seller],
    ],
    source,
    amounts: [{ id: `fig_${id}`, source, amount: 10 * BN }],
    ...spec,
  });
}

function studyOf(
  deals: readonly DealFacts[],
  asOf = '2025-11-30',
  rows: readonly EntityFacts[] = entities,
): Study {
  return {
    index: indexLedger(viewOf({ asOf, deals, entities: rows })),
    subject: buyer,
    policy: mostReliable,
  };
}

/** Which list a lone deal ends in, with the reason given. */
function placeOf(spec: Partial<DealSpec>, asOf?: string): string {
  const { named, unknown, leftOut } = commitmentsOf(studyOf([deal('dea', spec)], asOf), 'USD');
  expect(named.length + unknown.length + leftOut.length).toBeLessThanOrEqual(1);
  return (
    leftOut[0]?.reason ?? unknown[0]?.reason ?? (named.length === 1 ? 'named' : 'not a deal of the subject')
  );
}

describe('which deals are commitments', () => {
  it.each([
    ['a signed purchase', {}, 'named'],
    ['a letter of intent', { status: 'letter-of-intent' }, 'named'],
    [
      'a purchase by a part of the subject',
      {
        parties: [
          ['payer', unit],
          ['payee', seller],
        ],
      },
      'named',
    ],
    ['building for oneself', { kind: 'capex', parties: [['payer', buyer]] }, 'named'],
    ['talks', { status: 'in-talks' }, 'In talks only: it weighs nothing until it is announced.'],
    ['a rumour', { status: 'rumoured' }, 'Rumoured only: it weighs nothing until it is announced.'],
    ['a terminated deal', { status: 'terminated' }, 'Terminated.'],
    ['a completed deal', { status: 'completed' }, 'Completed: already performed.'],
    ['an investment by the subject', { kind: 'equity-investment' }, 'Not a purchase: equity investment.'],
    [
      'money it receives',
      {
        parties: [
          ['payer', seller],
          ['payee', buyer],
        ],
      },
      'not a deal of the subject',
    ],
    [
      'a guarantee',
      {
        parties: [
          ['payer', seller],
          ['guarantor', buyer],
        ],
      },
      'A guarantee: it counts only once it is drawn.',
    ],
    [
      'its own group',
      {
        parties: [
          ['payer', buyer],
          ['payee', unit],
        ],
      },
      'Between companies of the same group.',
    ],
    ['no amount', { amounts: [{ id: 'fig', source }] }, 'No amount is disclosed: unknown, not zero.'],
    ['no figure', { amounts: [] }, 'No amount is disclosed: unknown, not zero.'],
    [
      'another currency',
      { amounts: [{ id: 'fig', source, amount: 1, unit: 'GBP' }] },
      'Its amount is in GBP and no rate from GBP to USD is on file.',
    ],
    ['a later announcement', { extra: { announcedOn: '2026-01-01' } }, 'Not yet known on 2025-11-30.'],
    ['a later source', { source: sourceRow('src_later', 'C', '2026-01-01') }, 'Not yet known on 2025-11-30.'],
  ] as readonly (readonly [string, Partial<DealSpec>, string])[])('%s', (_, spec, place) => {
    expect(placeOf(spec)).toBe(place);
  });

  it('a parent counts as such only while it is one', () => {
    const sold = { ...unit, parentUntil: '2025-11-30' };
    const spec = deal('dea', {
      parties: [
        ['payer', sold],
        ['payee', seller],
      ],
    });
    const rows = [buyer, seller, sold];
    expect(commitmentsOf(studyOf([spec], '2025-11-29', rows), 'USD').named).toHaveLength(1);
    expect(commitmentsOf(studyOf([spec], '2025-11-30', rows), 'USD').named).toHaveLength(0);
  });

  it('a programme counts through its parts, whatever they are', () => {
    const programme = deal('dea_a', { amounts: [{ id: 'fig_a', source, amount: 500 * BN }] });
    const part = deal('dea_b', { extra: { partOfId: 'dea_a' } });
    const { named, leftOut } = commitmentsOf(studyOf([programme, part]), 'USD');
    expect(totalOf(named).point).toBe(10 * BN);
    expect(leftOut.map(({ reason }) => reason)).toEqual(['Counted through its parts on file: dea_b.']);
  });

  it('a deal that names itself as its programme still counts', () => {
    expect(placeOf({ extra: { partOfId: 'dea' } })).toBe('named');
  });
});

describe('amounts', () => {
  it('with other payers are at most the whole', () => {
    const { named } = commitmentsOf(
      studyOf([
        deal('dea', {
          parties: [
            ['payer', buyer],
            ['payer', other],
          ],
        }),
      ]),
      'USD',
    );
    expect(named[0]).toMatchObject({ isJoint: true, amount: { lo: 0, point: 10 * BN, hi: 10 * BN } });
  });

  const schedule = [
    {
      id: 'sch_1',
      dealId: 'dea',
      startOn: '2025-01-01',
      endOn: '2026-01-01',
      unit: 'USD',
      amount: 365e11,
      sourceId: null,
      passageId: null,
      note: null,
    },
    {
      id: 'sch_2',
      dealId: 'dea',
      startOn: null,
      endOn: null,
      unit: 'USD',
      amount: 1e11,
      sourceId: null,
      passageId: null,
      note: null,
    },
  ] as const;

  it('are what a schedule leaves to pay', () => {
    const amounts = [{ id: 'fig', source, amount: 400 * BN }];
    const { named } = commitmentsOf(studyOf([deal('dea', { amounts, schedule })], '2025-01-31'), 'USD');
    expect(named[0]?.gross.point).toBe(400 * BN);
    expect(named[0]?.amount.point).toBe((400 - 31) * BN);
  });

  it('are at least the schedule where no source gives one', () => {
    const { named } = commitmentsOf(studyOf([deal('dea', { amounts: [], schedule })], '2024-12-31'), 'USD');
    expect(named[0]?.gross).toEqual({ lo: 366 * BN, point: 366 * BN, hi: null });
  });

  it('are in the currency of most deals', () => {
    const pounds = deal('dea_1', { amounts: [{ id: 'fig_1', source, amount: 1, unit: 'GBP' }] });
    expect(commonCurrency(studyOf([pounds, deal('dea_2'), deal('dea_3')]))).toBe('USD');
    expect(commonCurrency(studyOf([pounds, deal('dea_2')]))).toBe('GBP');
    expect(commonCurrency(studyOf([]))).toBeNull();
  });
});

describe('suppliers', () => {
  it('are one where they are connected, and one where the split is not stated', () => {
    const parent = entityRow('ent_parent', 'Parent');
    const sub = entityRow('ent_sub', 'Sub', { parentId: parent.id, rollsUp: 1 });
    const deals = [
      deal('dea_1', {
        parties: [
          ['payer', buyer],
          ['payee', sub],
        ],
      }),
      deal('dea_2', {
        parties: [
          ['payer', buyer],
          ['payee', parent],
        ],
      }),
      deal('dea_3', {
        parties: [
          ['payer', buyer],
          ['payee', seller],
          ['payee', other],
        ],
      }),
      deal('dea_4', { parties: [['payer', buyer]] }),
    ];
    const { suppliers, nameless } = suppliersOf(
      commitmentsOf(studyOf(deals, '2025-11-30', [...entities, parent, sub]), 'USD').named,
    );
    expect(suppliers.map(({ name, amount }) => [name, amount.point])).toEqual([
      ['Parent', 20 * BN],
      ['Other + Seller', 10 * BN],
    ]);
    expect(nameless.map(({ deal: { id } }) => id)).toEqual(['dea_4']);
  });

  it('do not roll up in a ring', () => {
    const ring = [
      entityRow('ent_r1', 'Ring 1', { parentId: 'ent_r2', rollsUp: 1 }),
      entityRow('ent_r2', 'Ring 2', { parentId: 'ent_r1', rollsUp: 1 }),
    ];
    const deals = ring.map((entity) =>
      deal(`dea_${entity.id}`, {
        parties: [
          ['payer', buyer],
          ['payee', entity],
        ],
      }),
    );
    const { named } = commitmentsOf(studyOf(deals, '2025-11-30', [buyer, ...ring]), 'USD');
    expect(suppliersOf(named).suppliers.map(({ name }) => name)).toEqual(['Ring 1', 'Ring 2']);
  });
});

describe('the case', () => {
  const { named, unknown, leftOut } = commitmentsOf(
    { index: indexLedger(caseView), subject: openai, policy: mostReliable },
    'USD',
  );

  it('names USD 610.4bn', () => {
    expect(totalOf(named)).toEqual({ lo: 610.4 * BN, point: 610.4 * BN, hi: 610.4 * BN });
    expect(suppliersOf(named).suppliers.map(({ name }) => name)).toEqual([
      'Oracle',
      'Microsoft',
      'Amazon',
      'CoreWeave',
    ]);
  });

  it('knows four deals without an amount, and counts Stargate through Oracle', () => {
    expect(unknown.map(({ commitment }) => commitment.deal.id)).toEqual([
      'dea_amd',
      'dea_broadcom',
      'dea_google',
      'dea_nvidia',
    ]);
    expect(leftOut.map(({ deal: { id } }) => id)).toEqual(['dea_stargate']);
  });
});
