import { isDay } from '#core/quantities/day.ts';
import type { Moment } from '#renderer/app/moment.ts';
import { dayText } from '#renderer/app/numbers.ts';
import { endOfDay, instantSchema } from '#shared/contract/times.ts';

/** The moment in words. Law: days are shown as days; an instant is shown in UTC and says so, as it is typed and exported. */
const instantFormat = new Intl.DateTimeFormat(undefined, {
  dateStyle: 'medium',
  timeStyle: 'medium',
  timeZone: 'UTC',
});

/** `the end of 20 Nov 2025, UTC`, or `20 Nov 2025, 08:30:15 UTC`. */
export function knownText(knownAt: string): string {
  const day = knownAt.slice(0, 10);
  if (knownAt === endOfDay(day)) return `the end of ${dayText(day)}, UTC`;
  return `${instantFormat.format(Date.parse(knownAt))} UTC`;
}

/** What the button in the header says. */
export function momentLabel({ asOf, knownAt }: Moment): string {
  const day = asOf === null ? 'Today' : `As of ${dayText(asOf)}`;
  const known = knownAt === null ? 'all that is known' : `known at ${knownText(knownAt)}`;
  return `${day} · ${known}`;
}

/** What the banner over a screen of the past says. */
export function bannerText({ asOf, knownAt }: Moment): string {
  const known = knownAt === null ? '' : ` what was known at ${knownText(knownAt)}`;
  const day = asOf === null ? '' : ` ${knownAt === null ? 'the ledger ' : ''}as of ${dayText(asOf)}`;
  return `You see${known}${known !== '' && day !== '' ? ',' : ''}${day}. Nothing can be edited here.`;
}

/** What was typed for known-at: a day means until its end, UTC; an instant without a zone is UTC. Null: not understood. */
export function readKnownAt(text: string): string | null {
  const typed = text.trim();
  if (/^[\d-]+$/.test(typed)) return isDay(typed) ? endOfDay(typed) : null;
  const spelled = typed.replace(/^(\d{4}-\d{2}-\d{2})[ T]+/, '$1T').replace(/ ?UTC$/i, 'Z');
  const zoned = /(Z|[+-]\d{2}:\d{2})$/.test(spelled) ? spelled : `${spelled}Z`;
  const whole = zoned.replace(/T(\d{2}:\d{2})(Z|[+-])/, 'T$1:00$2');
  const instant = instantSchema.safeParse(whole);
  return instant.success ? instant.data : null;
}

/** How known-at stands in its field: as it would be typed. */
export function knownAtTyped(knownAt: string | null): string {
  if (knownAt === null) return '';
  const day = knownAt.slice(0, 10);
  return knownAt === endOfDay(day) ? day : knownAt;
}
