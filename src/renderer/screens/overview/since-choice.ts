import { addDays, isDay } from '#core/quantities/day.ts';
import { endOfDay } from '#shared/contract/times.ts';

/** Since when the overview tells what changed. Pure. */
export type SinceChoice =
  /** The end of the day before the last change. */
  | { readonly kind: 'last-work' }
  | { readonly kind: 'week' }
  | { readonly kind: 'month' }
  /** `day` is what stands in the box, a day or not. */
  | { readonly kind: 'day'; readonly day: string }
  /** After one change; `at` is null until one is chosen. */
  | { readonly kind: 'change'; readonly at: string | null };

export const SINCE_KINDS: readonly { readonly value: SinceChoice['kind']; readonly label: string }[] = [
  { value: 'last-work', label: 'Since the last day of work' },
  { value: 'week', label: 'Since a week ago' },
  { value: 'month', label: 'Since 30 days ago' },
  { value: 'day', label: 'Since a day…' },
  { value: 'change', label: 'Since a change…' },
];

export function choiceOf(kind: string | null, today: string): SinceChoice {
  switch (kind) {
    case 'week':
    case 'month':
      return { kind };
    case 'day':
      return { kind, day: addDays(today, -7) };
    case 'change':
      return { kind, at: null };
    default:
      return { kind: 'last-work' };
  }
}

/** The instant to ask with; null for the default of the host, which also stands in for a choice that is not complete. */
export function sinceOf(choice: SinceChoice, today: string): string | null {
  switch (choice.kind) {
    case 'last-work':
      return null;
    case 'week':
      return endOfDay(addDays(today, -7));
    case 'month':
      return endOfDay(addDays(today, -30));
    case 'day':
      return isDay(choice.day) ? endOfDay(choice.day) : null;
    case 'change':
      return choice.at;
  }
}
