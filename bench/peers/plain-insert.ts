import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { seeded } from '../ledger/seeded.ts';
import { printMeasured } from '../programs/measured.ts';

/** plain-insert PATH ROWS: a loop over one prepared statement, 12 columns, a commit for every 5,000 rows, indexes after. */
const [path = '', rows = '0'] = process.argv.slice(2);
const BATCH = 5_000;
const COLUMNS = [
  'id',
  'entity_id',
  'metric',
  'deal_id',
  'qualifier',
  'unit',
  'lo',
  'point',
  'hi',
  'basis',
  'source_id',
  'wording',
];

rmSync(path, { force: true });
const db = new Database(path);
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec(
  `CREATE TABLE figures (version INTEGER PRIMARY KEY, ${COLUMNS.map((name) => `${name} ANY`).join(', ')}) STRICT`,
);

function idOf(prefix: string, of: string): string {
  return `${prefix}_${createHash('sha256').update(of).digest('hex').slice(0, 24)}`;
}

function insertAll(count: number): void {
  const random = seeded(1);
  const insert = db.prepare(
    `INSERT INTO figures (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})`,
  );
  const batch = db.transaction((from: number, to: number) => {
    for (let at = from; at < to; at += 1) {
      const point = random.below(1e9) * 100;
      const [entity, deal, source] = [`ent_${at % 2000}`, `dea_${at % 15000}`, `src_${at % 500}`];
      insert.run(
        idOf('fig', `${at}`),
        entity,
        'revenue',
        deal,
        'approx',
        'USD',
        point * 0.95,
        point,
        point * 1.05,
        'stock',
        source,
        `made-up ${at}`,
      );
    }
  });
  for (let at = 0; at < count; at += BATCH) batch.immediate(at, Math.min(at + BATCH, count));
  for (const name of ['id', 'entity_id', 'deal_id']) db.exec(`CREATE INDEX by_${name} ON figures (${name})`);
}

await printMeasured(async () => {
  insertAll(Number(rows));
  return { rows: Number(rows) };
});
db.close();
