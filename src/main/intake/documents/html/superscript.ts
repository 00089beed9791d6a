import type { HtmlElement } from './node.ts';

const UNIT_BEFORE = /(?:^|[\s\d/])(?:[kcm]?m|ft|mi|in|yd)$/u;

/**
 * Raised digits must not run into the number before them: a footnote becomes `[1]`, a power `^9`, square and cubic units
 * `m²`. Raised letters (1st, TM) stay as they are.
 */
export function superscript(node: HtmlElement, before: string): string {
  const text = (node.textContent ?? '').replace(/\s+/gu, ' ').trim();
  if (!/\d/u.test(text)) return text;
  if (node.querySelector('a') !== null || node.parentNode?.localName === 'a') return bracketed(text);
  if (UNIT_BEFORE.test(before) && /^[23]$/u.test(text)) return text === '2' ? '²' : '³';
  return /\b10$/u.test(before) ? `^${text}` : bracketed(text);
}

function bracketed(text: string): string {
  return /^\[.*\]$/u.test(text) ? text : `[${text}]`;
}
