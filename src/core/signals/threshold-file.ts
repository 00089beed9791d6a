import { z } from 'zod';
import { ENGINE_VERSION } from './engine.ts';
import { thresholdsSchema } from './flag.ts';
import { findMeasure, type SignalMeasure, signalMeasures } from './registry.ts';

/**
 * Threshold sets as a file that people can read, mail and compare: one set on each line. Law: what is written can be
 * read back to the same sets; a fault is named by its line, and a file with a fault gives no sets at all.
 */
const FORMAT = 'plumbline-thresholds';
const VERSION = 1;

const setSchema = z.strictObject({
  key: z.string().max(120),
  scope: z.enum(['ledger', 'sector', 'entity']),
  /** By name, as ids differ from ledger to ledger. */
  entity: z.string().max(200).nullable(),
  sector: z.string().max(200).nullable(),
  ...thresholdsSchema.shape,
  reason: z.string().trim().min(3).max(2_000),
});
export type FileSet = Readonly<z.infer<typeof setSchema>>;

const headSchema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  engine: z.string(),
  sets: z.array(z.unknown()).max(2_000),
});

export interface FileFault {
  /** Line of the file, null where the whole file is meant. */
  readonly line: number | null;
  readonly message: string;
}

export interface NumberedSet extends FileSet {
  readonly line: number;
}

export type FileRead =
  | { readonly state: 'ok'; readonly sets: readonly NumberedSet[] }
  | { readonly state: 'refused'; readonly faults: readonly FileFault[] };

export function writeThresholdFile(sets: readonly FileSet[]): string {
  const lines = sets.map(
    ({ key, scope, entity, sector, watch, warn, critical, reason }) =>
      `    ${JSON.stringify({ key, scope, entity, sector, watch, warn, critical, reason })}`,
  );
  const head = [`  "format": "${FORMAT}",`, `  "version": ${VERSION},`, `  "engine": "${ENGINE_VERSION}",`];
  const body = lines.length === 0 ? ['  "sets": []'] : ['  "sets": [', lines.join(',\n'), '  ]'];
  return `${['{', ...head, ...body, '}'].join('\n')}\n`;
}

/** `measures`: those that the sets may be for. */
export function readThresholdFile(
  text: string,
  measures: readonly SignalMeasure[] = signalMeasures,
): FileRead {
  const parsed = parsedJson(text.replace(/^\uFEFF/, ''));
  if (parsed === undefined) return refused(null, 'The file is not JSON.');
  const head = headSchema.safeParse(parsed);
  if (!head.success)
    return refused(null, `The file holds no threshold sets of Plumbline: ${wordsOf(head.error)}.`);
  const lines = linesOfSets(text);
  const read = head.data.sets.map((raw, at) => readSet(raw, lines[at] ?? 1, measures));
  const sets = read.flatMap((one) => ('set' in one ? [one.set] : []));
  const faults = [...read.flatMap((one) => ('fault' in one ? [one.fault] : [])), ...repeated(sets)];
  return faults.length === 0 ? { state: 'ok', sets } : { state: 'refused', faults };
}

function refused(line: number | null, message: string): FileRead {
  return { state: 'refused', faults: [{ line, message }] };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function wordsOf({ issues }: z.ZodError): string {
  return issues.map(({ path, message }) => `${path.map(String).join('.') || 'file'}: ${message}`).join('; ');
}

function readSet(
  raw: unknown,
  line: number,
  measures: readonly SignalMeasure[],
): { readonly set: NumberedSet } | { readonly fault: FileFault } {
  const set = setSchema.safeParse(raw);
  if (!set.success) return { fault: { line, message: `${wordsOf(set.error)}.` } };
  const problem = problemOf(set.data, measures);
  return problem === null ? { set: { ...set.data, line } } : { fault: { line, message: problem } };
}

function problemOf(
  { key, scope, entity, sector, watch, warn, critical }: FileSet,
  measures: readonly SignalMeasure[],
): string | null {
  const measure = findMeasure(key, measures);
  if (measure === null) return `There is no signal ${key}.`;
  const isOrdered = measure.isLowerWorse ? watch > warn && warn > critical : watch < warn && warn < critical;
  if (!isOrdered)
    return `The steps of ${key} are not in order: watch ${watch}, warn ${warn}, critical ${critical}.`;
  const isNamed = (scope === 'entity') === (entity !== null) && (scope === 'sector') === (sector !== null);
  return isNamed
    ? null
    : `A set for ${scope === 'ledger' ? 'the ledger' : `one ${scope}`} must name just that.`;
}

/** Two sets of one place would leave it open which holds. */
function repeated(sets: readonly NumberedSet[]): readonly FileFault[] {
  const first = new Map<string, number>();
  return sets.flatMap(({ key, scope, entity, sector, line }) => {
    const place = JSON.stringify([key, scope, entity?.toLowerCase() ?? null, sector]);
    const before = first.get(place);
    first.set(place, before ?? line);
    return before === undefined
      ? []
      : [{ line, message: `The same place is set on line ${before} already.` }];
  });
}

/** Lines on which the objects of the one array of the document begin; texts in it are passed over. */
function linesOfSets(text: string): readonly number[] {
  const lines: number[] = [];
  const open: string[] = [];
  let line = 1;
  let isText = false;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at];
    if (mark === '\n') line += 1;
    if (isText) {
      if (mark === '\\') at += 1;
      else if (mark === '"') isText = false;
    } else if (mark === '"') isText = true;
    else if (mark === '{' || mark === '[') {
      if (mark === '{' && open.join('') === '{[') lines.push(line);
      open.push(mark);
    } else if (mark === '}' || mark === ']') open.pop();
  }
  return lines;
}
