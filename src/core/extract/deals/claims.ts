import type { Name } from '../names.ts';
import type { ProposedDealKind, ProposedDealStatus } from '../report.ts';
import { type Clause, doerOf } from './clauses.ts';
import { isSame } from './marks.ts';
import { groupAfter, subjectOf } from './phrases.ts';
import { statusOf } from './statuses.ts';
import { nearest, type Worth, worthsIn } from './sums.ts';

/** What one verb or noun of a clause says of a deal, before mentions of the same deal are joined. */
export interface Claim {
  readonly payers: readonly Name[];
  readonly payees: readonly Name[];
  readonly targets: readonly Name[];
  readonly partners: readonly Name[];
  readonly kind: ProposedDealKind;
  readonly worth: Worth | null;
  readonly status: ProposedDealStatus;
}

/** A verb where it stands in a clause. */
export interface Hit {
  readonly clause: Clause;
  readonly left: string;
  readonly verb: string;
  readonly right: string;
  /** Offset of the verb in the clause. */
  readonly at: number;
  readonly isPassive: boolean;
}

type Parties = Partial<Pick<Claim, 'payers' | 'payees' | 'targets' | 'partners'>>;

const BE =
  /\b(?:is|was|were|are|be|been|being|gets?|got|getting)(?: (?:\p{L}+ly|also|set to be|to be|first|then|since))* ?$/iu;
const PARTICIPLE =
  /(?:ed|bought|sold|won|awarded|taken(?: over)?|given|lent|let|led|paid|built|struck|signed)$/iu;

export function hitsOf(clause: Clause, verb: RegExp): readonly Hit[] {
  return [...clause.text.matchAll(verb)].map((match) => {
    const left = clause.text.slice(0, match.index);
    const right = clause.text.slice(match.index + match[0].length);
    const isReduced = /^(?: \p{L}+){0,2} by /u.test(right) && /[\uE000-\uE3FF],? ?$/u.test(left);
    const isPassive = PARTICIPLE.test(match[0]) && (BE.test(left) || isReduced);
    return { clause, left, verb: match[0], right, at: match.index, isPassive };
  });
}

export function doer({ clause, at }: Hit): readonly Name[] {
  return doerOf(clause, at);
}

export function named({ clause, right }: Hit, pattern: RegExp): readonly Name[] {
  return groupAfter(right, pattern, clause.sentence)?.names ?? [];
}

/** Those found; where none are, whoever the document is about, if not among `except`. */
export function orProtagonist(
  { clause }: Hit,
  names: readonly Name[],
  except: readonly Name[],
): readonly Name[] {
  if (names.length > 0) return names;
  const main = subjectOf(clause.sentence.protagonist, clause.sentence);
  return main.filter((name) => !except.some((other) => isSame(name, other)));
}

export function claim(
  hit: Hit,
  parties: Parties,
  kind: ProposedDealKind,
  otherwise: ProposedDealStatus,
): Claim {
  return {
    payers: [],
    payees: [],
    targets: [],
    partners: [],
    ...parties,
    kind,
    worth: worthOf(hit),
    status: statusAt(hit, otherwise),
  };
}

export function worthOf({ clause, at }: Hit): Worth | null {
  return nearest(worthsIn(clause.text, clause.sentence), at, clause.text);
}

export function statusAt(
  { clause, left, verb, right }: Hit,
  otherwise: ProposedDealStatus,
): ProposedDealStatus {
  const own = left.trim() === '' ? clause.before : left;
  return statusOf({ left: own, verb, right, sentence: clause.sentence.text, otherwise });
}
