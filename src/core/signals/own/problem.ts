/** What is wrong with an expression, and where. Law: every refusal names the characters that it is about. */
export interface Span {
  /** Offset of the first character, from 0. */
  readonly start: number;
  /** Offset after the last character; at least `start`. */
  readonly end: number;
}

export interface Problem extends Span {
  /** From 1. */
  readonly line: number;
  /** From 1, in characters of that line. */
  readonly column: number;
  /** A sentence for the analyst. */
  readonly message: string;
}

export function problemAt(expression: string, { start, end }: Span, message: string): Problem {
  const from = Math.max(0, Math.min(start, expression.length));
  const before = expression.slice(0, from).split('\n');
  return {
    start: from,
    end: Math.max(from, Math.min(end, expression.length)),
    line: before.length,
    column: (before.at(-1) ?? '').length + 1,
    message,
  };
}

/** Carries a refusal out of the depth of an expression; never leaves this folder. */
export class Refusal extends Error {
  readonly span: Span;

  constructor(span: Span, message: string) {
    super(message);
    this.span = span;
  }
}
