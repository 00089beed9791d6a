import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chooseFigure } from '#core/figures/choice.ts';
import { mostReliable } from '#core/figures/policy.ts';
import type { FigureFacts } from '#core/model/ledger-view.ts';
import { figureRow, sourceRow } from '../view-rows.ts';

/** The view v_deals shows the headline amount that "most reliable" takes: one law, written in SQL and in TypeScript. */
const views = readFileSync(new URL('../../../src/main/ledger/views.sql', import.meta.url), 'utf8');
const order = /ORDER BY (v\.qualifier = 'undisclosed'[\s\S]*?)\s+LIMIT 1/.exec(views)?.[1] ?? '';

const day = fc.constantFrom(null, '2025-01-01', '2025-06-30');
const versions = fc.array(
  fc.record({
    reliability: fc.constantFrom('A', 'C', 'E'),
    publishedOn: day,
    periodEnd: day,
    credibility: fc.constantFrom(1, 3),
    isPrimary: fc.constantFrom(null, 0, 1),
    qualifier: fc.constantFrom('exact', 'over', 'approx', 'undisclosed'),
    amount: fc.constantFrom(1, 2),
    recordedSeq: fc.constantFrom(1, 2),
  }),
  { minLength: 1, maxLength: 6 },
);

it('the view and the policy take the same version', () => {
  expect(order).not.toBe('');
  const db = new Database(':memory:');
  db.exec(`CREATE TABLE w (id TEXT, reliability TEXT, published_on TEXT) STRICT;
    CREATE TABLE v (id TEXT, source_id TEXT, qualifier TEXT, lo INTEGER, hi INTEGER, credibility INTEGER,
      is_primary INTEGER, period_end TEXT, recorded_seq INTEGER) STRICT`);
  const pick = db.prepare(`SELECT v.id, v.lo FROM v JOIN w ON w.id = v.source_id ORDER BY ${order} LIMIT 1`);
  const addSource = db.prepare('INSERT INTO w VALUES (?, ?, ?)');
  const addFigure = db.prepare('INSERT INTO v VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const store = ({
    id,
    source,
    qualifier,
    lo,
    hi,
    credibility,
    isPrimary,
    periodEnd,
    recordedSeq,
  }: FigureFacts) => {
    addSource.run(`src_${id}`, source.reliability, source.publishedOn);
    addFigure.run(id, `src_${id}`, qualifier, lo, hi, credibility, isPrimary, periodEnd, recordedSeq);
  };
  fc.assert(
    fc.property(versions, (rows) => {
      db.exec('DELETE FROM v; DELETE FROM w');
      const figures = rows.map(({ reliability, publishedOn, qualifier, amount, ...extra }, at) =>
        figureRow({
          id: `fig_${at}`,
          about: 'ent_x',
          metric: 'deal-headline',
          source: sourceRow('src', reliability, publishedOn),
          qualifier,
          ...(qualifier === 'undisclosed' ? {} : { amount }),
          extra,
        }),
      );
      figures.forEach(store);
      const row = pick.get() as { readonly id: string; readonly lo: number | null };
      const chosen = chooseFigure(figures, mostReliable)?.figures[0]?.id;
      return row.lo === null ? chosen === undefined : chosen === row.id;
    }),
    { numRuns: 1_000 },
  );
  db.close();
});
