/**
 * Every first word that a pattern of word forms may begin with, so that one pass over a text finds where patterns can
 * match. Reads only what such patterns hold: letters, spaces, `(?:a|b)`, `[sz]` and `?`.
 */
export function firstWords(pattern: string): ReadonlySet<string> {
  const reader = { pattern, at: 0 };
  return new Set(alternatives(reader).map((form) => form.split(' ')[0] ?? ''));
}

interface Reader {
  readonly pattern: string;
  at: number;
}

function alternatives(reader: Reader): readonly string[] {
  const all = [...sequence(reader)];
  while (reader.pattern[reader.at] === '|') {
    reader.at += 1;
    all.push(...sequence(reader));
  }
  return all;
}

function sequence(reader: Reader): readonly string[] {
  let forms: readonly string[] = [''];
  while (reader.at < reader.pattern.length && !/[|)]/u.test(reader.pattern[reader.at] ?? '')) {
    const parts = part(reader);
    const isOptional = reader.pattern[reader.at] === '?';
    if (isOptional) reader.at += 1;
    forms = forms.flatMap((form) => [...parts, ...(isOptional ? [''] : [])].map((end) => form + end));
  }
  return forms;
}

function part(reader: Reader): readonly string[] {
  const sign = reader.pattern[reader.at] ?? '';
  reader.at += 1;
  if (sign === '(') {
    reader.at += '?:'.length;
    const inner = alternatives(reader);
    reader.at += 1;
    return inner;
  }
  if (sign === '[') {
    const end = reader.pattern.indexOf(']', reader.at);
    const letters = [...reader.pattern.slice(reader.at, end)];
    reader.at = end + 1;
    return letters;
  }
  return [sign];
}
