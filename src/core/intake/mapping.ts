import { z } from 'zod';

const mappingSchema = z.array(z.tuple([z.string(), z.string()]));

/**
 * A mapping file: a JSON object whose names are headers of the table and whose strings are our fields, "" for columns to
 * leave out. Null where the text is something else. Kept as a Map, so that a header may be called anything.
 */
export function mappingFromText(text: string): ReadonlyMap<string, string> | null {
  const json = jsonOrNull(text);
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return null;
  const entries = mappingSchema.safeParse(Object.entries(json));
  return entries.success ? new Map(entries.data) : null;
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
