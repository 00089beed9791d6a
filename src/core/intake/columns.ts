import { columnOf, type NounId } from '../model/field.ts';
import { nounOf } from '../model/nouns.ts';
import { plainHeader } from './names.ts';
import { cutShort, type Refusal } from './table.ts';

/** A column that a kind of import understands. */
export interface ImportColumn {
  /** Our field, as a mapping names it. */
  readonly name: string;
  /** Headers that mean it, beside the name: labels on screen, headers of our exports, words of the trade. */
  readonly alsoCalled: readonly string[];
  readonly isNeeded: boolean;
}

/** Where each of our columns stands in the file. */
export interface ColumnPlaces {
  readonly places: ReadonlyMap<string, number>;
  /** Headers that mean nothing to us; their cells are not read. */
  readonly ignored: readonly string[];
  readonly refusals: readonly Refusal[];
}

export function column(name: string, ...alsoCalled: readonly string[]): ImportColumn {
  return { name, alsoCalled, isNeeded: false };
}

export function needed(name: string, ...alsoCalled: readonly string[]): ImportColumn {
  return { name, alsoCalled, isNeeded: true };
}

/** Columns that are fields of a noun as they stand, by name, column name and label. */
export function ownColumns(noun: NounId, names: readonly string[]): readonly ImportColumn[] {
  return names.map((name) => {
    const field = nounOf(noun).fields[name];
    if (field === undefined) throw new Error(`${noun} has no field ${name}.`);
    return { name, alsoCalled: [columnOf(name), field.label], isNeeded: field.required };
  });
}

/**
 * Finds our columns in a header. `mapping` says which header means which of our fields and comes before the names;
 * an empty field means that the column is left out.
 */
export function placeColumns(
  headers: readonly string[],
  columns: readonly ImportColumn[],
  mapping: ReadonlyMap<string, string>,
): ColumnPlaces {
  const byName = namesOf(columns);
  const places = new Map<string, number>();
  const ignored: string[] = [];
  const refusals: Refusal[] = [...strangeMappings(headers, byName, mapping)];
  headers.forEach((header, at) => {
    const mapped = mapping.get(header);
    const name = byName.get(plainHeader(mapped ?? header));
    if (mapped === '' || name === undefined) ignored.push(header);
    else if (places.has(name)) refusals.push(twice(header, headers[places.get(name) ?? 0] ?? ''));
    else places.set(name, at);
  });
  refusals.push(...columns.filter(({ name, isNeeded }) => isNeeded && !places.has(name)).map(missing));
  return { places, ignored, refusals };
}

function namesOf(columns: readonly ImportColumn[]): ReadonlyMap<string, string> {
  return new Map(
    columns.flatMap(({ name, alsoCalled }) =>
      [name, ...alsoCalled].map((called) => [plainHeader(called), name] as const),
    ),
  );
}

function strangeMappings(
  headers: readonly string[],
  byName: ReadonlyMap<string, string>,
  mapping: ReadonlyMap<string, string>,
): readonly Refusal[] {
  return [...mapping].flatMap(([header, field]) => {
    if (!headers.includes(header))
      return [
        refusal(
          header,
          field,
          'The mapping names a column that the file does not have.',
          `The file has: ${cutShort(headers.join(', '))}.`,
        ),
      ];
    if (field === '' || byName.has(plainHeader(field))) return [];
    return [
      refusal(
        header,
        field,
        'The mapping names a field that this import does not have.',
        `It has: ${[...new Set(byName.values())].join(', ')}.`,
      ),
    ];
  });
}

function twice(header: string, first: string): Refusal {
  return refusal(
    header,
    header,
    `This column means the same as "${cutShort(first)}".`,
    'Keep one of them, or leave one out by a mapping to an empty field.',
  );
}

function missing({ name, alsoCalled }: ImportColumn): Refusal {
  return refusal(
    name,
    '',
    'This column is missing.',
    `Add a column called ${[name, ...alsoCalled].map((called) => `"${called}"`).join(' or ')}, or name yours in a mapping.`,
  );
}

function refusal(header: string, given: string, rule: string, fix: string): Refusal {
  return { row: 1, column: header, given: cutShort(given), rule, fix };
}
