import Database from 'better-sqlite3';

/** bare-query LEDGER: opens the file and reads a hundred deals; its whole life is what is timed. */
const db = new Database(process.argv[2] ?? '', { readonly: true });
const rows = db.prepare('SELECT * FROM deals ORDER BY version LIMIT 100').all();
process.stdout.write(`${JSON.stringify({ rows: rows.length })}\n`);
db.close();
