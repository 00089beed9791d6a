import { column, inUnit, recorded, source } from './columns.ts';
import type { TableSpec } from './table-spec.ts';

/** Registers of what the analyst decided; read-only, since each has a form of its own. */
export const thresholdsTable: TableSpec = {
  id: 'thresholds',
  title: 'Thresholds',
  noun: null,
  view: 'v_thresholds',
  sort: [
    { key: 'signal', descending: false },
    { key: 'scope', descending: false },
  ],
  columns: [
    column('signal', 'Signal', { width: 240 }),
    column('scope', 'Scope', { width: 100 }),
    column('entity', 'Entity', { width: 160 }),
    column('sector', 'Sector', { width: 140 }),
    column('watch', 'Watch', { of: { type: 'decimal' }, width: 100 }),
    column('warn', 'Warn', { of: { type: 'decimal' }, width: 100 }),
    column('critical', 'Critical', { of: { type: 'decimal' }, width: 100 }),
    column('author', 'Author', { width: 140 }),
    column('reason', 'Reason', { width: 320 }),
    { ...recorded, isHidden: false },
  ],
};

export const ownSignalsTable: TableSpec = {
  id: 'own-signals',
  title: 'Own signals',
  noun: null,
  view: 'v_own_signals',
  sort: [{ key: 'name', descending: false }],
  columns: [
    column('name', 'Signal', { width: 240 }),
    column('slug', 'Short name', { width: 160 }),
    column('question', 'Question', { width: 300 }),
    column('expression', 'Expression', { width: 360 }),
    column('unit', 'Unit', { width: 90 }),
    column('is_lower_worse', 'Lower is worse', { of: { type: 'flag' }, width: 120 }),
    column('watch', 'Watch', { of: { type: 'decimal' }, width: 100 }),
    column('warn', 'Warn', { of: { type: 'decimal' }, width: 100 }),
    column('critical', 'Critical', { of: { type: 'decimal' }, width: 100 }),
    column('pillar', 'Pillar', { width: 140 }),
    column('author', 'Author', { width: 140 }),
    column('reason', 'Reason', { width: 320 }),
    column('note', 'Note', { width: 300 }),
    { ...recorded, isHidden: false },
  ],
};

export const picksTable: TableSpec = {
  id: 'picks',
  title: 'Picks',
  noun: null,
  view: 'v_picks',
  sort: [
    { key: 'about', descending: false },
    { key: 'metric', descending: false },
  ],
  columns: [
    column('about', 'About', { width: 160 }),
    column('metric', 'Metric', { width: 140 }),
    column('deal', 'Deal', { width: 240 }),
    column('stated', 'Stated', { of: inUnit, width: 150 }),
    column('low', 'Low', { of: inUnit, width: 150 }),
    column('high', 'High', { of: inUnit, width: 150 }),
    column('unit', 'Unit', { width: 90 }),
    source,
    column('author', 'Picked by', { width: 140 }),
    column('reviewer', 'Reviewer', { width: 140 }),
    column('reason', 'Reason', { of: { type: 'long-text' }, width: 320 }),
    column('expires_on', 'Holds until', {
      of: { type: 'day' },
      width: 120,
      help: 'First day on which the pick no longer counts.',
    }),
    { ...recorded, isHidden: false },
  ],
};

export const dispositionsTable: TableSpec = {
  id: 'dispositions',
  title: 'Reviews of flags',
  noun: null,
  view: 'v_dispositions',
  sort: [
    { key: 'subject', descending: false },
    { key: 'signal', descending: false },
    { key: 'bears_on', descending: false },
    { key: 'step', descending: false },
  ],
  columns: [
    column('subject', 'Subject', { width: 160 }),
    column('signal', 'Signal', { width: 220 }),
    column('measure', 'Measure', { width: 120 }),
    column('bears_on', 'Scope', { width: 240, help: 'What the flag bears on; empty for the whole.' }),
    column('step', 'Step', { of: { type: 'integer' }, width: 80 }),
    column('state', 'Decision', { width: 130 }),
    column('severity', 'Severity then', { width: 120 }),
    column('author', 'Decided by', { width: 140 }),
    column('reviewer', 'Reviewer', { width: 140 }),
    column('reason_code', 'Reason code', { width: 140 }),
    column('note', 'Reason', { of: { type: 'long-text' }, width: 320 }),
    column('mitigant', 'Mitigant', { of: { type: 'long-text' }, width: 260 }),
    column('evidence', 'Evidence', { of: { type: 'list' }, width: 220, help: 'Ids of entries and sources.' }),
    column('expires_on', 'Holds until', { of: { type: 'day' }, width: 120 }),
    { ...recorded, isHidden: false },
  ],
};
