import type { Column } from '#core/report/table-spec.ts';
import {
  choiceText,
  dayText,
  fullAmount,
  fullNumber,
  instantText,
  shortAmount,
  shortNumber,
  stanceText,
} from '#renderer/app/numbers.ts';
import { listIn, numberIn, type Row, type RowCell, textIn } from './row.ts';

/**
 * What a cell says. Law: a missing number never reads as zero, and what is undisclosed or open says so in words.
 */
export function cellText(column: Column, row: Row): string {
  const cell = row[column.key] ?? null;
  const { of } = column;
  if (of.type === 'amount')
    return cell === null ? absentAmount(column.key, row) : marked(column.key, row, shortNumber(Number(cell)));
  if (of.type === 'flag') return flagText(cell);
  if (cell === null) return '';
  if (column.key === 'stance') return stanceText(Number(cell));
  switch (of.type) {
    case 'day':
      return dayText(String(cell));
    case 'instant':
      return instantText(String(cell));
    case 'integer':
    case 'decimal':
      return typeof cell === 'number' ? fullNumber(cell) : String(cell);
    case 'percent':
      return `${fullNumber(Number(cell))} %`;
    case 'choice':
      return choiceText(String(cell));
    case 'list':
      return listIn(cell).join(', ');
    default:
      return column.key === 'qualifier' ? choiceText(String(cell)) : String(cell);
  }
}

function flagText(cell: RowCell): string {
  if (cell === null) return '–';
  return cell === 1 ? 'Yes' : 'No';
}

const STATED_KEYS = new Set(['amount', 'stated', 'value_change']);
const LOW_KEYS = new Set(['low', 'amount_low']);
const HIGH_KEYS = new Set(['high', 'amount_high']);
const MARKS: Readonly<Record<string, string>> = {
  approx: '~ ',
  'at-least': '≥ ',
  over: '> ',
  'at-most': '≤ ',
  under: '< ',
};

/** The hedge of the source stands before the stated amount, so that "over 1 tn" is never read as 1 tn. */
function marked(key: string, row: Row, digits: string): string {
  if (!STATED_KEYS.has(key)) return digits;
  const qualifier = qualifierOf(key, row);
  if (qualifier === 'range') return rangeText(key, row) ?? digits;
  return `${MARKS[qualifier ?? ''] ?? ''}${digits}`;
}

function qualifierOf(key: string, row: Row): string | null {
  return textIn(row, key === 'value_change' ? 'value_qualifier' : 'qualifier');
}

function rangeText(key: string, row: Row): string | null {
  const low = numberIn(row, key === 'amount' ? 'amount_low' : 'low');
  const high = numberIn(row, key === 'amount' ? 'amount_high' : 'high');
  return low === null || high === null ? null : `${shortNumber(low)} – ${shortNumber(high)}`;
}

function absentAmount(key: string, row: Row): string {
  const qualifier = qualifierOf(key, row);
  if (qualifier === 'undisclosed') return 'undisclosed';
  if (HIGH_KEYS.has(key) && (qualifier === 'over' || qualifier === 'at-least')) return 'open';
  return STATED_KEYS.has(key) || LOW_KEYS.has(key) || HIGH_KEYS.has(key) ? 'none stated' : '';
}

/** The stated amount of a figure with its unit and its hedge, short: `> USD 1 tn`, `USD 5 bn – 10 bn`. */
export function statedWithUnit(row: Row): string {
  const unit = textIn(row, 'unit');
  const stated = numberIn(row, 'stated');
  if (stated === null) return absentAmount('stated', row);
  if (qualifierOf('stated', row) !== 'range')
    return `${MARKS[qualifierOf('stated', row) ?? ''] ?? ''}${shortAmount(stated, unit)}`;
  const low = numberIn(row, 'low') ?? stated;
  return `${shortAmount(low, unit)} – ${shortNumber(numberIn(row, 'high') ?? stated)}`;
}

/** The whole of what a cell stands for, for the tooltip; null where the cell already says it all. */
export function cellTitle(column: Column, row: Row): string | null {
  const cell = row[column.key] ?? null;
  if (column.of.type === 'amount' && typeof cell === 'number') {
    const amount = fullAmount(cell, textIn(row, column.of.unitKey));
    const low = rangeEnds(column.key, row);
    return low ?? `${HEDGE_WORDS[qualifierIfStated(column.key, row)] ?? ''}${amount}`;
  }
  if (column.of.type === 'text' || column.of.type === 'long-text') return textIn(row, column.key);
  return null;
}

const HEDGE_WORDS: Readonly<Record<string, string>> = {
  approx: 'about ',
  'at-least': 'at least ',
  over: 'more than ',
  'at-most': 'at most ',
  under: 'less than ',
};

function qualifierIfStated(key: string, row: Row): string {
  return STATED_KEYS.has(key) ? (qualifierOf(key, row) ?? '') : '';
}

function rangeEnds(key: string, row: Row): string | null {
  if (qualifierIfStated(key, row) !== 'range') return null;
  const unit = textIn(row, key === 'amount' ? 'currency' : 'unit');
  const low = numberIn(row, key === 'amount' ? 'amount_low' : 'low');
  const high = numberIn(row, key === 'amount' ? 'amount_high' : 'high');
  return low === null || high === null ? null : `${fullAmount(low, unit)} to ${fullAmount(high, unit)}`;
}

/** Dim text: the cell tells of an absence. */
export function isAbsence(column: Column, row: Row): boolean {
  const cell = row[column.key] ?? null;
  return cell === null;
}
