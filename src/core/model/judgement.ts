import { choice, day, decimal, longText, type Noun, type RowOf, reference, text } from './field.ts';
import { METRICS } from './figure.ts';

/** What the analyst decides: thresholds, picks, scenarios. Facts are never edited by them. */
const thresholdFields = {
  signal: text('Signal', 'Signal id, or signal/measure.').needed(),
  scope: choice('Scope', ['ledger', 'sector', 'entity']).needed(),
  entityId: reference('Entity', 'entity'),
  sector: text('Sector'),
  watch: decimal('Watch').needed(),
  warn: decimal('Warn').needed(),
  critical: decimal('Critical').needed(),
  reason: longText('Reason').needed(),
};

export type ThresholdRow = RowOf<typeof thresholdFields>;

export const thresholdNoun: Noun<typeof thresholdFields> = {
  id: 'threshold',
  label: 'Threshold set',
  plural: 'Threshold sets',
  table: 'thresholds',
  prefix: 'thr',
  what: 'Where a signal turns to watch, warn and critical, for the ledger, a sector or one entity.',
  identity: ['signal', 'scope', 'entityId', 'sector'],
  fields: thresholdFields,
  check: (row) => {
    if ((row.scope === 'entity') !== (row.entityId !== null))
      return ['Thresholds for an entity name it; others do not.'];
    if ((row.scope === 'sector') !== (row.sector !== null))
      return ['Thresholds for a sector name it; others do not.'];
    const { watch, warn, critical } = row;
    if (!(watch < warn && warn < critical) && !(watch > warn && warn > critical))
      return ['Watch, warn and critical must each be stricter than the one before.'];
    return [];
  },
};

/** What a pick is about is that of its figure, kept with it because the figure may be retracted after it was picked. */
const pickFields = {
  figureId: reference('Figure', 'figure').needed(),
  entityId: reference('About', 'entity').needed(),
  metric: choice('Metric', METRICS).needed(),
  dealId: reference('Deal', 'deal', 'Set where the figure is an amount of one deal.'),
  reviewer: text('Reviewer').needed(),
  reason: longText('Reason').needed(),
  expiresOn: day('Expires', 'First day on which the pick no longer counts.').needed(),
};

/** A reason shorter than this says nothing that a committee could judge. */
export const LEAST_PICK_REASON = 20;

export const pickNoun: Noun<typeof pickFields> = {
  id: 'pick',
  label: 'Pick',
  plural: 'Picks',
  table: 'picks',
  prefix: 'pck',
  what: 'Which figure an analyst uses where sources disagree.',
  identity: ['figureId'],
  fields: pickFields,
  check: ({ reason }) =>
    reason.trim().length >= LEAST_PICK_REASON
      ? []
      : [`A reason takes at least ${LEAST_PICK_REASON} characters.`],
};

const scenarioFields = {
  name: text('Scenario').needed(),
  overlay: longText('Overlay', 'The changed assumptions as JSON; facts stay as they are.').needed(),
  reason: longText('Reason'),
};

export const scenarioNoun: Noun<typeof scenarioFields> = {
  id: 'scenario',
  label: 'Scenario',
  plural: 'Scenarios',
  table: 'scenarios',
  prefix: 'sce',
  what: 'An overlay on facts that never edits them.',
  identity: ['name'],
  fields: scenarioFields,
  check: () => [],
};
