import { PILLAR_LABELS, type Pillar } from '../model/pillar.ts';
import { isBand } from './bands.ts';
import type { SignalDefinition } from './definition.ts';
import type { DispositionState } from './disposition.ts';
import type { Band, Flag } from './flag.ts';
import { signalRegistry } from './registry.ts';

/**
 * The risk grade of a company (METHODS §1.3). Law: severities are an order, so they are never averaged; a family of
 * correlated signals counts once, at its worst; a further flag never improves a grade; and silence is not safety.
 */
export type Grade = 'A' | 'B' | 'C' | 'D' | 'E' | 'U';

export interface Graded {
  readonly family: string;
  readonly pillar: string;
  readonly severity: Band;
  readonly disposition: DispositionState;
}

/** A family at the worst severity that counts, with the flags that have it. */
export interface FamilyVerdict<One extends Graded = Graded> {
  readonly family: string;
  readonly pillar: string;
  /** After dispositions. */
  readonly severity: Exclude<Band, 'clear'>;
  readonly flags: readonly One[];
}

export interface Verdict<One extends Graded = Graded> {
  readonly grade: Grade;
  /** Families without which the grade would be another, in the order of the flags; empty for A and U. */
  readonly deciding: readonly FamilyVerdict<One>[];
}

const LEAST_COVERAGE = 0.5;

/** `coverage`: share of the applicable signals that could be computed, 0 to 1. */
export function gradeFrom<One extends Graded>(flags: readonly One[], coverage: number): Verdict<One> {
  const families = familiesOf(flags);
  const [critical, warn, watch] = (['critical', 'warn', 'watch'] as const).map((severity) =>
    families.filter((family) => family.severity === severity),
  ) as [FamilyVerdict<One>[], FamilyVerdict<One>[], FamilyVerdict<One>[]];
  if (critical.length > 0) return { grade: spansPillars(critical) ? 'E' : 'D', deciding: critical };
  if (warn.length >= 3 || spansPillars(warn)) return { grade: 'C', deciding: warn };
  if (coverage < LEAST_COVERAGE) return { grade: 'U', deciding: [] };
  if (warn.length > 0) return { grade: 'B', deciding: warn };
  return watch.length >= 3 ? { grade: 'B', deciding: watch } : { grade: 'A', deciding: [] };
}

function spansPillars(families: readonly FamilyVerdict[]): boolean {
  return new Set(families.map(({ pillar }) => pillar)).size >= 2;
}

function familiesOf<One extends Graded>(flags: readonly One[]): readonly FamilyVerdict<One>[] {
  const families = new Map<string, FamilyVerdict<One>>();
  for (const flag of flags) {
    const severity = effective(flag);
    if (severity === 'clear') continue;
    const known = families.get(flag.family);
    const { family, pillar } = flag;
    if (known === undefined || rank(severity) > rank(known.severity))
      families.set(family, { family, pillar, severity, flags: [flag] });
    else if (severity === known.severity) families.set(family, { ...known, flags: [...known.flags, flag] });
  }
  return [...families.values()];
}

const ORDER: readonly Band[] = ['clear', 'watch', 'warn', 'critical'];

function rank(severity: Band): number {
  return ORDER.indexOf(severity);
}

/** Mitigated counts one band lower, a false positive not at all. */
function effective({ severity, disposition }: Graded): Band {
  if (disposition === 'false-positive') return 'clear';
  if (disposition !== 'mitigated') return severity;
  return ORDER[Math.max(0, rank(severity) - 1)] ?? 'clear';
}

/** How many signals could be computed, of those that apply to the company. */
export interface Coverage {
  readonly computable: number;
  readonly applicable: number;
  /** 0 where none applies. */
  readonly share: number;
}

export interface GradedFlag extends Graded {
  readonly flag: Flag;
}

export interface CompanyGrade extends Verdict<GradedFlag> {
  /** As if every flag were open. */
  readonly withoutDispositions: Grade;
  readonly coverage: Coverage;
  /** One or two sentences. */
  readonly why: string;
}

/**
 * The grade of one company from all its flags; `signals` are those that gave them. Throws RangeError for flags of
 * several companies or of a signal that is not among them.
 */
export function gradeOf(
  flags: readonly Flag[],
  dispositionOf: (flag: Flag) => DispositionState = () => 'open',
  signals: readonly SignalDefinition[] = signalRegistry,
): CompanyGrade {
  if (new Set(flags.map(({ subjectId }) => subjectId)).size > 1)
    throw new RangeError('A grade is that of one company.');
  const coverage = coverageOf(flags);
  const places = new Map(signals.map((signal) => [signal.id, signal]));
  const graded = flags.flatMap((flag) => gradedFlag(flag, dispositionOf(flag), places));
  const verdict = gradeFrom(graded, coverage.share);
  const open = graded.map((one) => ({ ...one, disposition: 'open' as const }));
  return {
    ...verdict,
    withoutDispositions: gradeFrom(open, coverage.share).grade,
    coverage,
    why: whyOf(verdict, coverage),
  };
}

function gradedFlag(
  flag: Flag,
  disposition: DispositionState,
  places: ReadonlyMap<string, SignalDefinition>,
): readonly GradedFlag[] {
  const place = places.get(flag.signal);
  if (place === undefined) throw new RangeError(`No signal ${flag.signal} is in the registry.`);
  const { family, pillar } = place;
  return isBand(flag.severity) ? [{ family, pillar, flag, severity: flag.severity, disposition }] : [];
}

/** A signal is computed where any of its flags is, and does not apply where none of them does. */
function coverageOf(flags: readonly Flag[]): Coverage {
  const signals = (some: readonly Flag[]) => new Set(some.map(({ signal }) => signal)).size;
  const applicable = signals(flags.filter(({ state }) => state !== 'not-applicable'));
  const computable = signals(flags.filter(({ severity }) => isBand(severity)));
  return { computable, applicable, share: applicable === 0 ? 0 : computable / applicable };
}

function whyOf({ grade, deciding }: Verdict<GradedFlag>, { computable, applicable }: Coverage): string {
  const covered = `${computable} of ${applicable} applicable signals could be computed.`;
  if (grade === 'U') return `Too little is known for a grade: only ${covered}`;
  const [first] = deciding;
  if (first === undefined)
    return `No family of signals is at warn, fewer than three are at watch. ${covered}`;
  const pillars = [
    ...new Set(deciding.map(({ pillar }) => PILLAR_LABELS[pillar as Pillar].toLowerCase())),
  ].join(', ');
  const count = `${deciding.length} ${deciding.length === 1 ? 'family' : 'families'} of signals at ${first.severity}`;
  return `${count}, in ${pillars}. ${covered}`;
}
