import { isDay as isDayText } from '#core/quantities/day.ts';
import { readAmount, typedAmount } from '#renderer/amounts/read-amount.ts';
import type { ColumnCondition } from './page-request.ts';

/** The filter popup's boxes as conditions of the contract, and back. All conditions of a column hold together. */
type Condition = ColumnCondition['conditions'][number];

interface BoundTexts {
  readonly more: string;
  readonly less: string;
}

const EMPTY_ONLY: ColumnCondition = { conditions: [{ op: 'empty', operand: null }] };

export function emptyOnlyIn({ conditions }: ColumnCondition): boolean {
  return conditions.some(({ op }) => op === 'empty');
}

export function withEmptyOnly(isOn: boolean): ColumnCondition {
  return isOn ? EMPTY_ONLY : { conditions: [] };
}

export function containsIn({ conditions }: ColumnCondition): string {
  const operand = conditions.find(({ op }) => op === 'contains')?.operand;
  return typeof operand === 'string' ? operand : '';
}

export function withContains({ conditions }: ColumnCondition, text: string): ColumnCondition {
  const others = conditions.filter(({ op }) => op === 'in');
  return { conditions: text === '' ? others : [...others, { op: 'contains', operand: text }] };
}

export function chosenIn({ conditions }: ColumnCondition): readonly string[] {
  const operand = conditions.find(({ op }) => op === 'in')?.operand;
  return Array.isArray(operand) ? operand : [];
}

export function withChosen({ conditions }: ColumnCondition, chosen: readonly string[]): ColumnCondition {
  const others = conditions.filter(({ op }) => op === 'contains');
  return { conditions: chosen.length === 0 ? others : [...others, { op: 'in', operand: [...chosen] }] };
}

export function boundsIn({ conditions }: ColumnCondition, isDay: boolean): BoundTexts {
  const textOf = (op: Condition['op']) => {
    const operand = conditions.find((condition) => condition.op === op)?.operand ?? null;
    if (operand === null || Array.isArray(operand)) return '';
    return isDay || typeof operand === 'string' ? String(operand) : typedAmount(operand);
  };
  return { more: textOf('more'), less: textOf('less') };
}

/** Days compare as text, numbers in full units: `10bn` is 10,000,000,000. */
export function bound(texts: BoundTexts, isDay: boolean): ColumnCondition | { readonly refused: string } {
  const conditions: Condition[] = [];
  for (const op of ['more', 'less'] as const) {
    const text = texts[op].trim();
    if (text === '') continue;
    const operand = isDay ? dayIn(text) : numberIn(text);
    if (operand === null)
      return { refused: isDay ? 'Write the day as 2025-11-03.' : 'Write a number, such as 10bn.' };
    conditions.push({ op, operand });
  }
  return { conditions };
}

function dayIn(text: string): string | null {
  return isDayText(text) ? text : null;
}

function numberIn(text: string): number | null {
  const reading = readAmount(text);
  return 'ok' in reading && reading.ok.qualifier === null ? reading.ok.amount : null;
}
