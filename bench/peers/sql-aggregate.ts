import Database from 'better-sqlite3';
import { printMeasured } from '../programs/measured.ts';

/**
 * sql-aggregate LEDGER: totals, ratio to revenue and concentration of every company over all its deals and figures, in
 * plain SQL. What any full run has to read at least.
 */
const db = new Database(process.argv[2] ?? '', { readonly: true });
const SQL = `
  WITH amount AS (
    SELECT deal_id, max(point) AS point FROM figures
    WHERE deal_id IS NOT NULL AND metric = 'deal-headline' AND retracted_seq IS NULL GROUP BY deal_id
  ), pair AS (
    SELECT payer.entity_id AS payer, payee.entity_id AS payee, sum(amount.point) AS total
    FROM deals d
    JOIN deal_parties payer ON payer.deal_id = d.id AND payer.role = 'payer' AND payer.retracted_seq IS NULL
    JOIN deal_parties payee ON payee.deal_id = d.id AND payee.role = 'payee' AND payee.retracted_seq IS NULL
    JOIN amount ON amount.deal_id = d.id
    WHERE d.retracted_seq IS NULL GROUP BY 1, 2
  ), owed AS (
    SELECT payer, sum(total) AS total, max(total) AS largest, sum(1.0 * total * total) AS squares, count(*) AS payees
    FROM pair GROUP BY payer
  ), reported AS (
    SELECT entity_id, metric, max(point) AS point, min(point) AS least, count(*) AS versions FROM figures
    WHERE deal_id IS NULL AND retracted_seq IS NULL GROUP BY entity_id, metric
  )
  SELECT e.id, owed.total, owed.payees, 1.0 * owed.total / nullif(revenue.point, 0) AS ratio,
    1.0 * owed.largest / nullif(owed.total, 0) AS top, 10000.0 * owed.squares / nullif(1.0 * owed.total * owed.total, 0) AS hhi,
    sum(reported.versions) AS versions
  FROM entities e
  LEFT JOIN owed ON owed.payer = e.id
  LEFT JOIN reported ON reported.entity_id = e.id
  LEFT JOIN reported revenue ON revenue.entity_id = e.id AND revenue.metric = 'revenue'
  WHERE e.retracted_seq IS NULL GROUP BY e.id`;

await printMeasured(async () => ({ rows: db.prepare(SQL).all().length }));
db.close();
