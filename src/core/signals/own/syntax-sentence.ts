import type { ParseError } from '@marcbachmann/cel-js';

/** What the reader of the text found wrong, as a sentence; its own words name tokens that no analyst knows. */
export function syntaxSentence({ code, summary, range }: ParseError, expression: string): string {
  const found = range === undefined ? '' : expression.slice(range.start, range.end);
  if (code === 'limit_exceeded') return limitSentence(summary);
  if (code === 'unterminated_string') return 'The closing quotation mark is missing.';
  if (code === 'invalid_number') return 'This number is not written as numbers are: write 0.25 or 1e9.';
  if (code === 'unexpected_character') return characterSentence(found);
  if (code === 'unexpected_token') return tokenSentence(found);
  if (code === 'expected_token') return expectedSentence(summary, found);
  return found.trim() === ''
    ? 'The expression cannot be read here.'
    : `The expression cannot be read at “${shortened(found)}”.`;
}

function limitSentence(summary: string): string {
  return summary.includes('maxDepth')
    ? 'The expression is nested too deeply from here on: take out some brackets.'
    : 'The expression is too long: it has too many parts.';
}

const CHARACTERS: Readonly<Record<string, string>> = {
  '=': 'An expression has no equals sign: write only what is to be measured.',
  ';': 'Only one expression is read; take out what follows it.',
  '&': 'Conditions are not used.',
  '|': 'Conditions are not used.',
  '^': 'Powers are not used: multiply instead.',
  $: 'Currencies are written as money(5e9, "USD").',
  '€': 'Currencies are written as money(5e9, "EUR").',
  '£': 'Currencies are written as money(5e9, "GBP").',
  '÷': 'Write / to divide.',
  '×': 'Write * to multiply.',
};

function characterSentence(found: string): string {
  const known = Object.hasOwn(CHARACTERS, found) ? CHARACTERS[found] : undefined;
  if (known !== undefined) return known;
  return /^[\w]/.test(found)
    ? 'A sign such as + - * / is missing before this.'
    : `The character “${shortened(found)}” has no meaning here.`;
}

function tokenSentence(found: string): string {
  if (found === '') return 'The expression ends too early: a number or a name is missing.';
  return `“${shortened(found)}” is not expected here: a number or a name is missing before it.`;
}

function expectedSentence(summary: string, found: string): string {
  if (summary.includes('RPAREN')) return 'The closing bracket ) is missing.';
  if (summary.includes('RBRACKET')) return 'The closing bracket ] is missing.';
  return found === '' ? 'The expression ends too early.' : `“${shortened(found)}” is not expected here.`;
}

function shortened(found: string): string {
  return found.length > 20 ? `${found.slice(0, 20)}…` : found;
}
