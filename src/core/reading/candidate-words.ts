import { amountText, statedAmountText } from '../quantities/amount-text.ts';
import { isUnitId } from '../quantities/unit.ts';
import type { DraftFields, EntryDraft } from './entry-draft.ts';
import { shortLine } from './short-text.ts';

/** A draft in one line: `Amazon invests in OpenAI: USD 10bn or more, in talks`. */
export function draftLine(draft: EntryDraft): string {
  const { as, fields, amount } = draft;
  switch (as) {
    case 'deal':
      return `${String(fields['name'] ?? 'Deal')}: ${amount === null ? 'undisclosed' : amountWords(amount)}, ${plain(fields['status'])}`;
    case 'figure':
      return [
        [nameIn(draft, 'entityId'), fields['metric'] === null ? '' : plain(fields['metric'])]
          .filter((part) => part !== '')
          .join(': '),
        amountWords(fields),
        String(fields['periodLabel'] ?? ''),
      ]
        .filter((part) => part !== '')
        .join(', ');
    case 'quote':
      return `${nameIn(draft, 'speakerId') || 'Somebody'}: “${shortLine(String(fields['words'] ?? ''), SHORT)}”`;
    case 'reaction':
      return `${nameIn(draft, 'entityId')} ${moveWords(fields)}`.trim();
    case 'key-date':
      return `${String(fields['wording'] ?? '')}: ${shortLine(String(fields['name'] ?? ''), SHORT)}`;
  }
}

function nameIn({ entities }: EntryDraft, slot: string): string {
  return entities.find((one) => one.slot === slot)?.name ?? '';
}

function plain(cell: unknown): string {
  return String(cell ?? '').replaceAll('-', ' ');
}

function numberIn(fields: DraftFields, name: string): number | null {
  const cell = fields[name];
  return typeof cell === 'number' ? cell : null;
}

/** Amount as hedged; the words of the source where the ledger has no such unit. */
function amountWords(fields: DraftFields): string {
  const unit = fields['unit'];
  if (fields['qualifier'] === 'undisclosed') return 'undisclosed';
  if (typeof unit !== 'string' || !isUnitId(unit)) return String(fields['wording'] ?? 'undisclosed');
  const [lo, point, hi] = [numberIn(fields, 'lo'), numberIn(fields, 'point'), numberIn(fields, 'hi')];
  if (fields['qualifier'] === 'approx' && point !== null) return `about ${amountText(point, unit)}`;
  return lo === null ? String(fields['wording'] ?? 'undisclosed') : statedAmountText({ lo, point, hi }, unit);
}

const DIRECTIONS: Readonly<Record<string, string>> = { up: 'rose', down: 'fell', flat: 'hardly moved' };

function moveWords(fields: DraftFields): string {
  const percent = numberIn(fields, 'percent');
  const change = numberIn(fields, 'valueChange');
  const unit = fields['valueUnit'];
  const parts = [
    DIRECTIONS[String(fields['direction'])] ?? 'moved',
    percent === null ? '' : amountText(percent, 'percent'),
    fields['move'] === 'record-high' ? 'to a record high' : '',
    change === null || typeof unit !== 'string' || !isUnitId(unit)
      ? ''
      : `(${amountText(change, unit)} of market value)`,
  ];
  return parts.filter((part) => part !== '').join(' ');
}

const SHORT = 90;
