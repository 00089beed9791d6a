import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import {
  PROPOSED_DEAL_KINDS,
  PROPOSED_DEAL_STATUSES,
  PROPOSED_METRICS,
  type ProposedQualifier,
} from '#core/extract/report.ts';

/**
 * What a reader found in an article. Invented articles give places by their words (`nth` where they occur several times);
 * the articles of the case give offsets, since no text of theirs is copied here. Names may be `A|B` where either is right.
 */
const QUALIFIERS = [
  'exact',
  'approx',
  'at-least',
  'at-most',
  'over',
  'under',
  'range',
  'undisclosed',
] as const satisfies readonly ProposedQualifier[];

const end = z.number().nullable();
const ends = { low: end, high: end, qualifier: z.enum(QUALIFIERS) };
const byWords = { text: z.string().min(1).optional(), nth: z.int().min(1).optional() };
const byOffsets = { start: z.int().optional(), end: z.int().optional() };
/** Neither missed where absent nor wrong where proposed. */
const optional = { optional: z.literal(true).optional() };
const placed = { ...byWords, ...byOffsets, ...optional };
const evidence = { evidence: z.string().optional(), ...byOffsets, ...optional };

const annotationsSchema = z.strictObject({
  /** What the article is: style, country, trade; for readers of this file. */
  about: z.string().optional(),
  money: z.array(z.strictObject({ ...placed, ...ends, currency: z.string() })).default([]),
  percents: z.array(z.strictObject({ ...placed, value: z.number() })).default([]),
  quotes: z
    .array(
      z.strictObject({
        ...placed,
        speaker: z.string().nullable(),
        affiliation: z.string().nullable(),
        role: z.string().nullable(),
      }),
    )
    .default([]),
  deals: z
    .array(
      z.strictObject({
        parties: z.array(z.strictObject({ name: z.string(), role: z.string() })),
        kind: z.enum(PROPOSED_DEAL_KINDS),
        ...ends,
        currency: z.string().nullable(),
        termYears: z.number().nullable().default(null),
        status: z.enum(PROPOSED_DEAL_STATUSES),
        ...evidence,
      }),
    )
    .default([]),
  reactions: z
    .array(
      z.strictObject({
        entity: z.string(),
        direction: z.enum(['up', 'down', 'flat']),
        percent: z.number().nullable(),
        valueChange: z.number().nullable().default(null),
        currency: z.string().nullable().default(null),
        ...evidence,
      }),
    )
    .default([]),
  metrics: z
    .array(
      z.strictObject({
        entity: z.string().nullable(),
        metric: z.enum(PROPOSED_METRICS),
        ...ends,
        unit: z.string(),
        period: z.string().nullable().default(null),
        ...evidence,
      }),
    )
    .default([]),
  excluded: z
    .array(
      z.strictObject({
        from: z.string().optional(),
        to: z.string().optional(),
        ...byOffsets,
        reason: z.string(),
      }),
    )
    .default([]),
});

type Written = z.output<typeof annotationsSchema>;
export interface Span {
  readonly start: number;
  readonly end: number;
}
type At<T> = Omit<T, 'text' | 'nth' | 'start' | 'end' | 'from' | 'to'> & Span;

export interface Annotations extends Pick<Written, 'deals' | 'reactions' | 'metrics'> {
  readonly money: readonly At<Written['money'][number]>[];
  readonly percents: readonly At<Written['percents'][number]>[];
  readonly quotes: readonly At<Written['quotes'][number]>[];
  readonly excluded: readonly At<Written['excluded'][number]>[];
}

export interface Article {
  readonly name: string;
  readonly text: string;
  readonly expected: Annotations;
}

/** Throws with the article's name and the words where an annotation does not fit its text. */
export function annotationsOf(json: unknown, text: string, name: string): Annotations {
  const written = annotationsSchema.parse(json);
  const at = <T extends Placeable>(item: T): At<T> => ({ ...item, ...spanOf(item, text, name) });
  return {
    ...written,
    money: written.money.map(at),
    percents: written.percents.map(at),
    quotes: written.quotes.map(at),
    excluded: written.excluded.map((item) => ({ ...item, ...stretchOf(item, text, name) })),
  };
}

interface Placeable {
  readonly text?: string | undefined;
  readonly nth?: number | undefined;
  readonly start?: number | undefined;
  readonly end?: number | undefined;
}

function spanOf({ text: words, nth = 1, start, end: until }: Placeable, text: string, name: string): Span {
  if (start !== undefined && until !== undefined) return offsets({ start, end: until }, text, name);
  if (words === undefined) throw new Error(`${name}: an annotation has neither words nor offsets.`);
  let found = -1;
  for (let count = 0; count < nth; count += 1) {
    found = text.indexOf(words, found + 1);
    if (found < 0) throw new Error(`${name}: “${words}” does not stand there ${nth} times.`);
  }
  return { start: found, end: found + words.length };
}

function offsets(span: Span, text: string, name: string): Span {
  if (span.start < 0 || span.end <= span.start || span.end > text.length)
    throw new Error(`${name}: no such place, ${span.start} to ${span.end}.`);
  return span;
}

function stretchOf(item: Written['excluded'][number], text: string, name: string): Span {
  if (item.start !== undefined && item.end !== undefined)
    return offsets({ start: item.start, end: item.end }, text, name);
  const start = text.indexOf(item.from ?? '\0');
  const last = text.indexOf(item.to ?? '\0', start);
  if (start < 0 || last < 0) throw new Error(`${name}: “${item.from}” to “${item.to}” does not stand there.`);
  return { start, end: last + (item.to ?? '').length };
}

/** Articles of a folder: `<name>.txt` with `<name>.json`. */
export function articlesIn(folder: string): readonly Article[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .toSorted()
    .map((file) => {
      const name = basename(file, '.txt');
      const text = readFileSync(join(folder, file), 'utf8');
      const json: unknown = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
      return { name, text, expected: annotationsOf(json, text, name) };
    });
}

/** Annotations `<three digits>.json` of articles that lie elsewhere, by the first digits of their file's name. */
export function caseArticles(keys: string, sources: string): readonly Article[] {
  const files = readdirSync(sources).filter((file) => file.endsWith('.txt'));
  return readdirSync(keys)
    .filter((file) => file.endsWith('.json'))
    .toSorted()
    .flatMap((file) => {
      const name = basename(file, '.json');
      const source = files.find((each) => each.startsWith(`${name}_`));
      if (source === undefined) throw new Error(`No article ${name} in the folder of the case.`);
      const text = readFileSync(join(sources, source), 'utf8');
      const json: unknown = JSON.parse(readFileSync(join(keys, file), 'utf8'));
      return [{ name, text, expected: annotationsOf(json, text, name) }];
    });
}
