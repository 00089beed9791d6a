import {
  type Disposition,
  LIVE_SEVERITIES,
  type LiveSeverity,
  type ReasonCode,
  type StepState,
} from '../model/disposition.ts';
import { addDays, type Day } from '../quantities/day.ts';
import { type Flag, isOwnSignal, type Severity } from './flag.ts';

/**
 * The review of flags (METHODS §1.4): which step may follow which, and when a decision no longer holds by itself.
 * Law: pure. The day it is asked of is passed in, and the same flag gives the same fingerprint whatever the order of
 * its inputs.
 */
export type DispositionState = 'open' | 'acknowledged' | 'mitigated' | 'false-positive';

/** Why a flag is open again, in the order in which they are looked for; by-hand: someone reopened it. */
export const REOPEN_REASONS = ['expired', 'severity-increased', 'inputs-changed', 'by-hand'] as const;
export type ReopenReason = (typeof REOPEN_REASONS)[number];

const NEXT: Readonly<Record<DispositionState, readonly StepState[]>> = {
  open: ['acknowledged'],
  acknowledged: ['mitigated', 'false-positive', 'reopened'],
  mitigated: ['reopened'],
  'false-positive': ['reopened'],
};

export function nextSteps(state: DispositionState): readonly StepState[] {
  return NEXT[state];
}

/** How long a decision holds unless its author says otherwise: the further it goes, the longer. */
export const DEFAULT_DAYS: Readonly<Record<Exclude<StepState, 'reopened'>, number>> = {
  acknowledged: 90,
  mitigated: 180,
  'false-positive': 365,
};

/** The day on which a decision of `today` expires by default; null for a flag that is reopened. */
export function defaultExpiry(state: StepState, today: Day): Day | null {
  return state === 'reopened' ? null : addDays(today, DEFAULT_DAYS[state]);
}

export function isLive(severity: Severity): severity is LiveSeverity {
  return (LIVE_SEVERITIES as readonly Severity[]).includes(severity);
}

/** What a decision was made on, against what stands now. */
interface Since {
  readonly expires: Day;
  readonly today: Day;
  readonly severityThen: LiveSeverity;
  readonly severityNow: Severity;
  readonly fingerprintThen: string;
  readonly fingerprintNow: string;
}

/** Why a decision no longer holds, the first that applies; null while it does. A lower severity alone reopens nothing. */
export function reopenReason(since: Since): Exclude<ReopenReason, 'by-hand'> | null {
  if (since.today >= since.expires) return 'expired';
  if (rank(since.severityNow) > rank(since.severityThen)) return 'severity-increased';
  return since.fingerprintNow === since.fingerprintThen ? null : 'inputs-changed';
}

const RANKS: readonly Severity[] = ['clear', 'watch', 'warn', 'critical'];

/** -1 for what gives no verdict: it is no increase. */
function rank(severity: Severity): number {
  return RANKS.indexOf(severity);
}

export type Step = Pick<Disposition, 'state' | 'severity' | 'fingerprint' | 'expiresOn'>;

/** Where a review stands. `reopened` says why an earlier decision no longer holds, and which it was. */
export interface Standing {
  readonly state: DispositionState;
  readonly reopened: { readonly why: ReopenReason; readonly from: DispositionState } | null;
}

interface Present {
  readonly severity: Severity;
  readonly fingerprint: string;
  readonly today: Day;
}

const OPEN: Standing = { state: 'open', reopened: null };

/** The standing after the steps on file, in their order, as of `today`. */
export function standingOf(steps: readonly Step[], { severity, fingerprint, today }: Present): Standing {
  const last = steps.at(-1);
  if (last === undefined) return OPEN;
  if (last.state === 'reopened') return reopened('by-hand', steps.at(-2)?.state);
  if (last.expiresOn === null) return { state: last.state, reopened: null };
  const why = reopenReason({
    expires: last.expiresOn,
    today,
    severityThen: last.severity,
    severityNow: severity,
    fingerprintThen: last.fingerprint,
    fingerprintNow: fingerprint,
  });
  return why === null ? { state: last.state, reopened: null } : reopened(why, last.state);
}

function reopened(why: ReopenReason, from: StepState | undefined): Standing {
  return {
    state: 'open',
    reopened: { why, from: from === undefined || from === 'reopened' ? 'open' : from },
  };
}

/**
 * What the fingerprint of a flag is the hash of: signal, subject, scope, the id and value of every input that was used,
 * and the thresholds in force; of an own signal its expression too. The value of an
 * input includes its unit, basis and status. What was left out has no part.
 */
export function fingerprintText(flag: Flag): string {
  const { signal, measure, subjectId, scope, thresholds, inputs, formula } = flag;
  const { origin, setId, watch, warn, critical } = thresholds;
  const used = inputs.filter(({ isUsed }) => isUsed).map(inputText);
  return JSON.stringify([
    'plumbline flag 1',
    [signal, measure, subjectId, scope.kind, scope.kind === 'total' ? null : scope.id],
    [origin, setId, watch, warn, critical],
    [...new Set(used)].sort(),
    ...(isOwnSignal(signal) ? [formula] : []),
  ]);
}

function inputText({ kind, id, role, value, unit, basis, status }: Flag['inputs'][number]): string {
  const ends = value === null ? null : [value.lo, value.point, value.hi];
  return JSON.stringify([kind, id, role, ends, unit, basis, status]);
}

/** Which flag a review is of: the same in every run as long as the signal, the subject and the scope are. */
export interface FlagRef {
  readonly signal: string;
  readonly measure: string | null;
  readonly subjectId: string;
  readonly scope: Flag['scope']['kind'];
  /** Null for the whole of the subject. */
  readonly scopeId: string | null;
}

export function refOf({ signal, measure, subjectId, scope }: Flag): FlagRef {
  return {
    signal,
    measure,
    subjectId,
    scope: scope.kind,
    scopeId: scope.kind === 'total' ? null : scope.id,
  };
}

/** One text per flag, for maps. */
export function refKey({ signal, measure, subjectId, scope, scopeId }: FlagRef): string {
  return JSON.stringify([signal, measure, subjectId, scope, scopeId]);
}

/** Who decides, and on what; beyond what `stepProblems` looks at. */
interface Attempt {
  readonly from: DispositionState;
  readonly state: StepState;
  readonly severity: LiveSeverity;
  readonly author: string;
  readonly reviewer: string | null;
  readonly expiresOn: Day | null;
  readonly today: Day;
  /** Nobody but the author has written to the ledger. */
  readonly isSingleUser: boolean;
}

/** What forbids a step after those before it, as sentences at the field they are about. */
export function attemptProblems(attempt: Attempt) {
  const { from, state, expiresOn, today } = attempt;
  return [
    ...(NEXT[from].includes(state)
      ? []
      : [{ field: 'state' as const, sentence: `A flag that is ${from} cannot become ${state} next.` }]),
    ...(lacksReviewer(attempt)
      ? [
          {
            field: 'reviewer' as const,
            sentence: 'A critical flag is reviewed by someone else than who decides: name them.',
          },
        ]
      : []),
    ...(expiresOn !== null && expiresOn <= today
      ? [{ field: 'expiresOn' as const, sentence: 'Choose a later day than today.' }]
      : []),
  ];
}

function lacksReviewer({ isSingleUser, ...attempt }: Attempt): boolean {
  return !isSingleUser && isSelfReviewed(attempt);
}

/** A decision on a critical flag that nobody but its author looked at. Reopening takes no second person. */
export function isSelfReviewed({
  state,
  severity,
  author,
  reviewer,
}: Pick<Attempt, 'state' | 'severity' | 'author' | 'reviewer'>): boolean {
  if (severity !== 'critical' || state === 'reopened') return false;
  return reviewer === null || sameName(reviewer, author);
}

function sameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** A flag of the same signal that someone has closed. */
export interface ClosedAlike {
  readonly state: Exclude<StepState, 'reopened'>;
  readonly reasonCode: ReasonCode | null;
}

/** Like alerts must close alike: whether closing one as `state` differs from how the other was closed. */
export function closesUnlike(
  { state, reasonCode }: { readonly state: StepState; readonly reasonCode: ReasonCode | null },
  other: ClosedAlike,
): boolean {
  const isClosing = state === 'mitigated' || state === 'false-positive';
  return isClosing && (state !== other.state || reasonCode !== other.reasonCode);
}
