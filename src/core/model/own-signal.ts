import { choice, decimal, flag, longText, type Noun, type RowOf, text } from './field.ts';
import { PILLARS } from './pillar.ts';

/** A signal that the analyst wrote: an expression over named amounts, with its unit and thresholds. */
const fields = {
  slug: text('Short name', 'Small letters, digits and hyphens; the signal is own:short-name.').needed(),
  name: text('Signal').needed(),
  question: text('Question', 'What it asks of a company, as one sentence.').needed(),
  expression: longText('Expression', 'docs/own-signals.md lists the names and signs.').needed(),
  unit: choice('Unit', ['x', 'share', 'index', 'percent', 'months', 'days', 'points', 'score']).needed(),
  isLowerWorse: flag('Lower is worse').needed(),
  watch: decimal('Watch').needed(),
  warn: decimal('Warn').needed(),
  critical: decimal('Critical').needed(),
  pillar: choice('Pillar', PILLARS).needed(),
  note: longText('Note', 'Why the thresholds stand where they stand, and when the signal misleads.'),
};

export type OwnSignalRow = RowOf<typeof fields>;

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export const ownSignalNoun: Noun<typeof fields> = {
  id: 'own-signal',
  label: 'Own signal',
  plural: 'Own signals',
  table: 'own_signals',
  prefix: 'own',
  what: 'A signal that the analyst wrote: an expression over named amounts, with its unit and thresholds.',
  identity: ['slug'],
  fields,
  check: checkOwnSignal,
};

function checkOwnSignal(row: OwnSignalRow): readonly string[] {
  const { slug, isLowerWorse, watch, warn, critical } = row;
  if (slug.length > 60 || !SLUG.test(slug))
    return ['A short name has small letters, digits and single hyphens, 60 characters at most.'];
  const isOrdered = isLowerWorse === 1 ? watch > warn && warn > critical : watch < warn && warn < critical;
  return isOrdered ? [] : ['Watch, warn and critical must each be stricter than the one before.'];
}
