import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, runSignals } from '#main/api/signals.ts';
import { findHead } from '#main/ledger/commit.ts';
import { findUndoable, redo, undo } from '#main/ledger/history.ts';
import type { WritableLedger } from '#main/ledger/ledger.ts';
import { findLive } from '#main/ledger/versions.ts';
import type { Change } from '#main/ledger/write-entries.ts';
import { newLedger, write } from '../ledger/temp-ledger.ts';

/** Kept evaluations are what fresh ones would be, whatever was done in between. */
const MOMENT = { asOf: '2025-12-31', knownAt: null };
const NAMES = ['A', 'B', 'C', 'D'];

const who = fc.nat(NAMES.length - 1);
const point = fc.integer({ min: 1, max: 50 }).map((amount) => amount * 100_000_000);
const step = fc.oneof(
  fc.record({
    do: fc.constant('deal' as const),
    kind: fc.constantFrom('equity-investment', 'cloud-compute', 'supply'),
    payer: who,
    payee: who,
    point,
  }),
  fc.record({
    do: fc.constant('figure' as const),
    about: who,
    metric: fc.constantFrom('revenue', 'cash', 'net-loss'),
    point,
  }),
  fc.record({ do: fc.constant('correct' as const), at: fc.nat(50), point }),
  fc.record({ do: fc.constantFrom('retract' as const, 'terminate' as const), at: fc.nat(50) }),
  fc.record({ do: fc.constant('part' as const), at: fc.nat(50), of: fc.nat(50) }),
  fc.record({ do: fc.constant('party' as const), at: fc.nat(50), who }),
  fc.record({ do: fc.constant('quote' as const), about: who, who }),
  fc.record({ do: fc.constant('parent' as const), child: who, parent: who }),
  fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const, 'source' as const, 'look' as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Who is there before the edits: a customer that its supplier funds, and another that buys from both. */
const LAID: readonly Step[] = [
  { do: 'deal', kind: 'supply', payer: 0, payee: 1, point: 900 },
  { do: 'deal', kind: 'equity-investment', payer: 1, payee: 0, point: 700 },
  { do: 'deal', kind: 'cloud-compute', payer: 2, payee: 1, point: 500 },
  { do: 'figure', about: 0, metric: 'revenue', point: 300 },
];

describe('kept evaluations', () => {
  it('are what fresh ones would be after any edits', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 4, maxLength: 10 }), (steps) => {
        const market = newMarket();
        for (const [at, one] of [...LAID, ...steps].entries()) {
          take(market, one, at);
          if (at < LAID.length - 1) continue;
          expect(answers(market.ledger, market.companies)).toEqual(
            answers({ ...market.ledger }, market.companies),
          );
        }
      }),
      { numRuns: 6 },
    );
  }, 120_000);

  it('stand while an edit touches nobody near, and give way when it does', () => {
    const market = newMarket();
    const [a = '', b = '', c = ''] = market.companies;
    take(market, { do: 'deal', kind: 'supply', payer: 0, payee: 1, point: 100 }, 0);
    const flags = () => evaluate(market.ledger, { ...MOMENT, subjectId: a }).flags[0];
    const before = flags();
    take(market, { do: 'figure', about: 2, metric: 'revenue', point: 100 }, 1);
    expect(flags()).toBe(before);
    take(market, { do: 'figure', about: 1, metric: 'revenue', point: 100 }, 2);
    expect(flags()).not.toBe(before);
    expect([a, b, c].every((id) => id !== '')).toBe(true);
  });
});

interface Market {
  readonly ledger: WritableLedger;
  readonly companies: readonly string[];
  /** The commit that laid the companies. */
  readonly laidSeq: number;
  source: string;
  readonly deals: string[];
  readonly figures: string[];
}

function newMarket(): Market {
  const { ledger } = newLedger();
  const { ids } = write(ledger, [
    { op: 'add', noun: 'source', fields: { title: 'Report', kind: 'press', reliability: 'C' } },
    ...NAMES.map((name): Change => ({ op: 'add', noun: 'entity', fields: { name, kind: 'company' } })),
  ]);
  const [source, ...companies] = ids.map(String);
  return {
    ledger,
    companies,
    laidSeq: findHead(ledger.db)?.seq ?? 0,
    source: source ?? '',
    deals: [],
    figures: [],
  };
}

function answers(ledger: WritableLedger, companies: readonly string[]) {
  return companies.map((subjectId) => runSignals(ledger, { ...MOMENT, subjectId }).subjects);
}

function take(market: Market, one: Step, at: number): void {
  const { ledger, companies, deals, figures, source } = market;
  const id = (place: number): string => companies[place] ?? '';
  const add = (changes: readonly Change[]): readonly string[] => write(ledger, changes).ids.map(String);
  const live = (noun: 'deal' | 'figure' | 'entity', of: string) =>
    findLive(ledger, noun, of)?.version ?? null;
  switch (one.do) {
    case 'deal': {
      const [deal = '', , , figure = ''] = add([
        {
          op: 'add',
          noun: 'deal',
          key: '$deal',
          fields: { name: `Deal ${at}`, kind: one.kind, status: 'signed', sourceId: source },
        },
        {
          op: 'add',
          noun: 'deal-party',
          fields: { dealId: '$deal', entityId: id(one.payer), role: 'payer' },
        },
        {
          op: 'add',
          noun: 'deal-party',
          fields: { dealId: '$deal', entityId: id(one.payee), role: 'payee' },
        },
        amountOf(id(one.payer), 'deal-headline', one.point, source, '$deal'),
      ]);
      deals.push(deal);
      figures.push(figure);
      return;
    }
    case 'figure':
      figures.push(...add([amountOf(id(one.about), one.metric, one.point + at, source, null)]));
      return;
    case 'correct': {
      const figure = figures[one.at % figures.length] ?? '';
      const version = live('figure', figure);
      const fields = { lo: one.point, point: one.point, hi: one.point };
      if (version !== null) add([{ op: 'correct', id: figure, version, fields }]);
      return;
    }
    case 'retract': {
      const all = [
        ...figures.map((of) => ['figure', of] as const),
        ...deals.map((of) => ['deal', of] as const),
      ];
      const [noun, of] = all[one.at % all.length] ?? ['figure', ''];
      const version = live(noun, of);
      const isProgramme = noun === 'deal' && hasParts(ledger, of);
      if (version !== null && !isProgramme) add([{ op: 'retract', id: of, version }]);
      return;
    }
    case 'terminate': {
      const deal = deals[one.at % deals.length] ?? '';
      const version = live('deal', deal);
      if (version !== null)
        add([{ op: 'correct', id: deal, version, fields: { status: 'terminated', note: `${at}` } }]);
      return;
    }
    case 'part': {
      const [part = '', of = ''] = [deals[one.at % deals.length], deals[one.of % deals.length]];
      const version = live('deal', part);
      if (version !== null && live('deal', of) !== null && part !== of)
        add([{ op: 'correct', id: part, version, fields: { partOfId: of } }]);
      return;
    }
    case 'party': {
      const deal = deals[one.at % deals.length] ?? '';
      if (live('deal', deal) === null) return;
      write(ledger, [
        { op: 'add', noun: 'deal-party', fields: { dealId: deal, entityId: id(one.who), role: 'guarantor' } },
        { op: 'add', noun: 'source', fields: { title: `Beside ${at}`, kind: 'press', reliability: 'D' } },
      ]);
      return;
    }
    case 'quote':
      add([
        {
          op: 'add',
          noun: 'quote',
          fields: {
            speakerId: id(one.who),
            aboutId: id(one.about),
            words: `Words ${at}`,
            isVerbatim: 1,
            stance: 1,
            sourceId: source,
          },
        },
      ]);
      return;
    case 'parent': {
      const version = live('entity', id(one.child));
      if (version !== null && one.child !== one.parent)
        add([
          {
            op: 'correct',
            id: id(one.child),
            version,
            fields: { parentId: id(one.parent), rollsUp: 1, note: `${at}` },
          },
        ]);
      return;
    }
    case 'source':
      market.source =
        add([
          { op: 'add', noun: 'source', fields: { title: `Report ${at}`, kind: 'press', reliability: 'B' } },
        ])[0] ?? source;
      return;
    case 'undo':
    case 'redo':
      if (one.do === 'redo') attempt(() => redo(ledger));
      else if ((findUndoable(ledger.db)?.seq ?? 0) > market.laidSeq) attempt(() => undo(ledger));
      return;
    case 'look':
      return;
  }
}

function amountOf(
  entityId: string,
  metric: string,
  point: number,
  sourceId: string,
  dealId: string | null,
): Change {
  return {
    op: 'add',
    noun: 'figure',
    fields: {
      entityId,
      metric,
      dealId,
      sourceId,
      qualifier: 'exact',
      unit: 'USD',
      lo: point,
      point,
      hi: point,
      basis: metric === 'cash' || dealId !== null ? 'stock' : 'fiscal-year',
      status: 'reported',
      credibility: 2,
    },
  };
}

function hasParts(ledger: WritableLedger, id: string): boolean {
  return (
    ledger.db.prepare('SELECT 1 FROM deals WHERE part_of_id = ? AND retracted_seq IS NULL').get(id) !==
    undefined
  );
}

/** There may be nothing to undo or redo, or something rests on what would go. */
function attempt(act: () => unknown): void {
  try {
    act();
  } catch {
    // Refused: the ledger is as it was.
  }
}
