import type { Cell, NounId } from '#core/model/field.ts';
import { nounOf } from '#core/model/nouns.ts';
import { choiceText, dayText } from '#renderer/app/numbers.ts';

export type EntryFields = Readonly<Record<string, Cell>>;
export type Names = Readonly<Record<string, string>>;

/** What an entry is called where it is the subject: a name of its own, or what identifies it. */
export function entryName(noun: NounId, fields: EntryFields, names: Names): string {
  const text = (field: string) => textOf(fields[field]);
  const named = (field: string) => names[text(field) ?? ''] ?? null;
  const choice = (field: string) => choiceText(text(field) ?? '');
  const join = (...parts: (string | null)[]) =>
    parts.filter((part) => part !== null && part !== '').join(' · ');
  switch (noun) {
    case 'figure':
      return join(named('dealId') ?? named('entityId'), choice('metric'), text('periodLabel'));
    case 'quote':
      return join(named('speakerId'), text('role'));
    case 'reaction':
      return join(named('entityId'), choice('direction'), named('dealId'));
    case 'deal-party':
      return join(named('entityId'), choice('role'), named('dealId'));
    case 'citation':
      return join(named('sourceId'), named('citesId'));
    case 'passage':
      return shortened(text('words') ?? '');
    case 'schedule-row':
      return join(named('dealId'), dayIn(text('startOn')), dayIn(text('endOn')));
    case 'price':
      return join(text('ticker'), dayIn(text('onDay')));
    case 'fx-rate':
      return join(`${text('base')} in ${text('quoteCurrency')}`, dayIn(text('onDay')));
    default:
      return text('name') ?? text('title') ?? text('signal') ?? nounOf(noun).label;
  }
}

function textOf(cell: Cell | undefined): string | null {
  return typeof cell === 'string' && cell !== '' ? cell : null;
}

function dayIn(day: string | null): string | null {
  return day === null ? null : dayText(day);
}

function shortened(words: string): string {
  return words.length <= 90 ? words : `${words.slice(0, 88).trimEnd()} …`;
}
