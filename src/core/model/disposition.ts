import { choice, day, integer, list, longText, type Noun, type RowOf, reference, text } from './field.ts';

/**
 * One step of the review of a flag (METHODS §1.4). Law: a step is a row of its own, so a review is the steps on file in
 * their order; nothing supersedes a step, and only undo takes one back.
 */
export const STEP_STATES = ['acknowledged', 'mitigated', 'false-positive', 'reopened'] as const;
export type StepState = (typeof STEP_STATES)[number];

/** Why a flag is held to be a false positive. */
export const REASON_CODES = [
  'wrong-input',
  'wrong-entity',
  'out-of-scope',
  'method-unsuited',
  'duplicate',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

/** Only a flag at one of these asks for a decision. */
export const LIVE_SEVERITIES = ['critical', 'warn', 'watch'] as const;
export type LiveSeverity = (typeof LIVE_SEVERITIES)[number];

export const LEAST_NOTE = 20;

const dispositionFields = {
  signal: text('Signal').needed(),
  measure: text('Measure', 'Empty where the signal has only one.'),
  entityId: reference('Subject', 'entity').needed(),
  scope: choice('Scope', ['total', 'about', 'deal']).needed(),
  scopeId: text('Deal or matter', 'What the flag bears on; empty for the whole of the subject.'),
  scopeName: text('Name of it', 'As it read when this was decided.'),
  step: integer('Step', 'Place in the review of the flag, from 1.', 1).needed(),
  state: choice('State', STEP_STATES).needed(),
  author: text('Author').needed(),
  reviewer: text('Reviewer'),
  reasonCode: choice('Reason code', REASON_CODES),
  note: longText('Note').needed(),
  mitigant: longText('Mitigant', 'What takes the edge off the concern.'),
  evidenceIds: list('Evidence', 'Entries and sources that bear the decision out.'),
  severity: choice('Severity when decided', LIVE_SEVERITIES).needed(),
  fingerprint: text('Fingerprint of the inputs', 'Changes as soon as an input or a threshold does.').needed(),
  expiresOn: day('Expires', 'The first day on which the decision no longer holds.'),
};

export type Disposition = RowOf<typeof dispositionFields>;

/** A field of the form for a decision. */
export type DecisionField =
  | 'state'
  | 'reviewer'
  | 'reasonCode'
  | 'note'
  | 'mitigant'
  | 'evidenceIds'
  | 'expiresOn';

export interface DecisionProblem {
  readonly field: DecisionField;
  readonly sentence: string;
}

type Decided = Pick<Disposition, 'state' | 'reasonCode' | 'note' | 'mitigant' | 'evidenceIds' | 'expiresOn'>;

/** Letters of a note that count: runs of blanks are one, those around it none. */
export function noteLength(note: string): number {
  return note.trim().replace(/\s+/g, ' ').length;
}

/** What a step lacks by itself, whatever came before it. */
export function stepProblems(step: Decided): readonly DecisionProblem[] {
  return [
    ...when(
      noteLength(step.note) < LEAST_NOTE,
      'note',
      `Say why in a note of at least ${LEAST_NOTE} characters.`,
    ),
    ...when(
      (step.state === 'false-positive') !== (step.reasonCode !== null),
      'reasonCode',
      'A false positive has one reason code; nothing else has any.',
    ),
    ...when(
      (step.state === 'mitigated') !== isGiven(step.mitigant),
      'mitigant',
      'A mitigated flag names what mitigates it; no other decision does.',
    ),
    ...when(
      step.state === 'mitigated' && (step.evidenceIds ?? []).length === 0,
      'evidenceIds',
      'A mitigant rests on evidence: choose at least one entry or source.',
    ),
    ...when(
      (step.state === 'reopened') !== (step.expiresOn === null),
      'expiresOn',
      'A decision has a day on which it expires; a reopened flag has none.',
    ),
  ];
}

function when(isBroken: boolean, field: DecisionField, sentence: string): readonly DecisionProblem[] {
  return isBroken ? [{ field, sentence }] : [];
}

function isGiven(words: string | null): boolean {
  return words !== null && words.trim() !== '';
}

export const dispositionNoun: Noun<typeof dispositionFields> = {
  id: 'disposition',
  label: 'Disposition',
  plural: 'Dispositions',
  table: 'dispositions',
  prefix: 'dis',
  what: 'One step of the review of a flag: who decided what about it, on which grounds and until when.',
  identity: ['signal', 'measure', 'entityId', 'scope', 'scopeId', 'step'],
  fields: dispositionFields,
  check: (row) => [
    ...((row.scope === 'total') === (row.scopeId === null)
      ? []
      : ['A flag on the whole of a subject names no deal or matter; any other does.']),
    ...stepProblems(row).map(({ sentence }) => sentence),
  ],
};
