import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { NOUN_IDS } from '#core/model/field.ts';
import { nounOf, nounOfId, nouns } from '#core/model/nouns.ts';
import { UNITS } from '#core/quantities/unit.ts';
import { tables } from '#core/report/tables.ts';
import { climb, LADDER } from '#main/ledger/migrate.ts';
import { tableOf } from '#main/ledger/tables/columns.ts';

/** The model and the ledger file say the same: fields are columns, choices are checks, units are rows. */
const db = new Database(':memory:');
climb(db, LADDER);

describe.each(NOUN_IDS)('noun %s', (id) => {
  const { table, columns, hashed } = tableOf(id);
  const noun = nounOf(id);

  it('is registered under its own id and prefix', () => {
    expect(nouns[id].id).toBe(id);
    expect(nounOfId(`${noun.prefix}_x`)).toBe(id);
    expect(noun.identity.every((name) => Object.hasOwn(noun.fields, name))).toBe(true);
  });

  it('has exactly the columns of its fields, in a STRICT table', () => {
    const found = db
      .prepare<[], { name: string; type: string; notnull: number }>(
        `SELECT name, type, "notnull" FROM pragma_table_info('${table}')`,
      )
      .all();
    expect(found.map(({ name }) => name)).toEqual([
      'version',
      'id',
      ...columns,
      'recorded_at',
      'recorded_seq',
      'retracted_at',
      'retracted_seq',
    ]);
    expect(hashed.map(({ name }) => found.find((column) => column.name === name)?.type)).toEqual(
      hashed.map(({ kind }) => kind),
    );
    expect(
      db.prepare<[], { strict: number }>(`SELECT strict FROM pragma_table_list('${table}')`).get()?.strict,
    ).toBe(1);
  });

  it('requires in the file what the model requires, and allows the same choices', () => {
    const found = new Map(
      db
        .prepare<[], { name: string; notnull: number }>(
          `SELECT name, "notnull" FROM pragma_table_info('${table}')`,
        )
        .all()
        .map((column) => [column.name, column.notnull]),
    );
    const sql =
      db.prepare<[string], { sql: string }>('SELECT sql FROM sqlite_schema WHERE name = ?').get(table)?.sql ??
      '';
    Object.values(noun.fields).forEach((field, at) => {
      const column = columns[at] ?? '';
      expect([column, found.get(column)]).toEqual([column, field.required ? 1 : 0]);
      if (field.of.type === 'choice' && !field.of.options.includes('USD'))
        expect(sql).toContain(`${column} IN (${field.of.options.map((option) => `'${option}'`).join(', ')})`);
    });
  });
});

describe('tables', () => {
  it.each(Object.values(tables))('$id reads only columns that its view has', ({ view, columns, sort }) => {
    const found = db
      .prepare<[], { name: string }>(`SELECT name FROM pragma_table_info('${view}')`)
      .all()
      .map(({ name }) => name);
    const units = columns.flatMap(({ of }) => (of.type === 'amount' ? [of.unitKey] : []));
    const targets = columns.flatMap(({ edits }) => (edits === null ? [] : [edits.idKey, edits.versionKey]));
    for (const key of [
      ...columns.map((column) => column.key),
      ...units,
      ...targets,
      ...sort.map((term) => term.key),
    ])
      expect(found).toContain(key);
  });
});

describe('units', () => {
  it('have the same scale in the file', () => {
    const found = db.prepare('SELECT unit, label, scale, kind FROM units ORDER BY unit').all();
    const expected = UNITS.map(({ id, label, exponent, kind }) => ({
      unit: id,
      label,
      scale: 10 ** exponent,
      kind,
    }));
    expect(found).toEqual(expected.sort((a, b) => (a.unit < b.unit ? -1 : 1)));
  });
});
