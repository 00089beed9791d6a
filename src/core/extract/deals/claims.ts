import type { Name } from '../names.ts';
import type { ProposedDealKind, ProposedDealStatus } from '../report.ts';
import { type Clause, doerOf } from './clauses.ts';
import { isSame } from './marks.ts';
import { groupAfter, subjectOf } from './phrases.ts';
import { statusOf } from './statuses.ts';
import { nearest, type Worth } from './sums.ts';

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

/** The verb of `pattern` (sticky) at `at`; null where it does not stand there. */
export function hitAt(clause: Clause, at: number, pattern: RegExp): Hit | null {
  pattern.lastIndex = at;
  const verb = pattern.exec(clause.text)?.[0];
  if (verb === undefined) return null;
  const left = clause.text.slice(0, at);
  const right = clause.text.slice(at + verb.length);
  const isReduced = /^(?: \p{L}+){0,2} by /u.test(right) && /[\uE000-\uE3FF],? ?$/u.test(left);
  const isPassive = PARTICIPLE.test(verb) && (BE.test(left.slice(-60)) || isReduced);
  return { clause, left, verb, right, at, isPassive };
}

/** The sums after the verb, with their places in what follows it. */
export function worthsAfter({ clause, at, verb }: Hit): readonly Worth[] {
  const from = at + verb.length;
  return clause.worths
    .filter((worth) => worth.at >= from)
    .map((worth) => ({ ...worth, at: worth.at - from }));
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

/** What another takeover costs: `for its $25bn takeover of`. */
const OF_A_TAKEOVER = /^[- ](?:\p{L}+ ){0,2}(?:takeover|acquisition|merger|buy-?out|purchase) of\b/iu;

export function worthOf({ clause, at }: Hit): Worth | null {
  const free = clause.worths.filter((worth) => !OF_A_TAKEOVER.test(clause.text.slice(worth.at + 1)));
  return nearest(free, at, clause.text);
}

export function statusAt(
  { clause, left, verb, right }: Hit,
  otherwise: ProposedDealStatus,
): ProposedDealStatus {
  const own = left.trim() === '' ? clause.before : left;
  return statusOf({ left: own, verb, right, sentence: clause.sentence.text, otherwise });
}
