import type { Name } from '../names.ts';
import type { ProposedDealKind } from '../report.ts';
import { type Claim, claim, doer, type Hit, named, orProtagonist, worthsAfter } from './claims.ts';
import { isSame, NAME, ORG, SUM } from './marks.ts';
import { after, groupAt, ownerIn, subjectOf, words } from './phrases.ts';

/** Money put into companies, lent to them, spent with suppliers, or spent on what a company builds for itself. */

const IN = after('in|into');
const INTO_OR_TO = after('into|to');
const TO = after('to|towards|for');
const FROM = after('from');
const BACKERS = after(
  'led by|co-led by|from|backed by|with participation from|with support from|supported by|arranged by|provided by|underwritten by|including',
);

const SHARE = new RegExp(
  String.raw`(?<sum>${SUM})(?: more| each| in cash| in equity| of equity| in funding)? (?:in|into|to|from|with|on) (?:${words(5)})(?<party>${ORG})`,
  'gu',
);

/** `A will invest $1bn in B and $2bn in C`: each party with the sum that stands before it. */
export function shared(hit: Hit, make: (other: readonly Name[]) => Claim): readonly Claim[] {
  const worths = hit.clause.worths;
  const found = [...hit.right.matchAll(SHARE)];
  if (found.length < 2) return [];
  return found.flatMap((match) => {
    const group = groupAt(match.groups?.['party'] ?? '', 0, hit.clause.sentence);
    const worth = worths.find(({ mark }) => mark === match.groups?.['sum']);
    return group === null || worth === undefined ? [] : [{ ...make(group.names), worth }];
  });
}

const INTO_THINGS = new RegExp(
  String.raw`\b(?:in|into|on|to|towards|for) (?:(?!${NAME})[^,;])*?\b(?:plants?|factor(?:y|ies)|data[- ]?cent(?:er|re)s?|facilit(?:y|ies)|mines?|infrastructure|capacity|sites?|hub|campus|network|expand\p{L}*|expansion|build\p{L}*|construct\p{L}*|stores?|warehouses?|refiner(?:y|ies)|terminal|pipelines?|equipment|upgrad\p{L}+|moderni\p{L}+|fleet|production|manufacturing|projects?|grid|fab|fabs|gigafactory|line|headquarters|cloud|stations?|works|complex|research|development|technology|automation|operations|line-?up|smelter|farms?|rigs?|wells?|fibre|fiber|centre|center|compute|computing)\b`,
  'iu',
);

/** `A invests $5bn in B`, `A will invest $10bn in a plant in Ohio`. */
export function readInvestment(hit: Hit): readonly Claim[] {
  if (hit.isPassive) return [];
  const investors = doer(hit);
  if (investors.length === 0) return [];
  const make = (payees: readonly Name[]): Claim =>
    claim(
      hit,
      { payers: investors, payees },
      kindOfFunding(hit),
      hasHappened(hit) ? 'completed' : 'announced',
    );
  const several = shared(hit, make);
  if (several.length > 0) return several;
  const found = companiesAfter(hit);
  const payees = found.length > 0 || !ENDS_THERE.test(hit.right) ? found : meant(hit, investors);
  const made = make(payees);
  const isSaid =
    made.worth !== null || /\binvest/iu.test(hit.verb) || /^ (?:cash|money|funds|capital)\b/u.test(hit.right);
  if (payees.length > 0) return isSaid ? [made] : [];
  return spentOnThings(hit, investors);
}

/** `Borealis's biggest funder, having invested $3bn`: Borealis; else whoever the document is about. */
function meant(hit: Hit, investors: readonly Name[]): readonly Name[] {
  const { before, sentence } = hit.clause;
  const owner = ownerIn(before, sentence).filter((name) => !investors.some((other) => isSame(other, name)));
  const recent = subjectOf(sentence.fundee, sentence).filter(
    (name) => !investors.some((other) => isSame(other, name)),
  );
  return orProtagonist(hit, owner.length > 0 ? owner : recent, investors);
}

/** Nothing but the sum or "cash" follows, or a round of the company that is meant: `Acme put in $40m`. */
const ENDS_THERE = new RegExp(
  String.raw`^ (?:[\p{L}-]+ ){0,3}?(?:${SUM}|cash|money)(?: (?:in )?(?:cash|equity|capital|(?:convertible )?(?:debt|notes|loans|stock)|last \p{L}+|this \p{L}+|in \d{4}|more))?(?:,? for an? [^,;]{0,40}(?:stake|interest|shareholding)|,? (?:in|into) (?:the|our|its|that|this) [^,;]{0,20}(?:round|raise|financing|series.*))? ?(?:[.,;]|$)`,
  'iu',
);

const LENT = new RegExp(
  String.raw`${SUM} (?:in|of|worth of) (?:\p{L}+ ){0,2}?(?:debt|loans?|notes|bonds)\b`,
  'u',
);

function kindOfFunding({ right }: Hit): ProposedDealKind {
  return LENT.test(right) ? 'debt-financing' : 'equity-investment';
}

export function hasHappened({ verb }: Hit): boolean {
  return /(?:ed|put|gave|spent|paid|lent|took)$/iu.test(verb);
}

/** Organisations, and neither places nor what they own: `in Acme's new plant` is a thing. */
function companiesAfter(hit: Hit): readonly Name[] {
  const into = /^(?:contribut|inject|pump)/iu.test(hit.verb) ? INTO_OR_TO : IN;
  for (const match of hit.right.slice(0, 160).matchAll(into)) {
    const group = groupAt(hit.right, match.index + match[0].length, hit.clause.sentence);
    if (group === null) continue;
    const lead = hit.right.slice(match.index, group.start);
    const names = group.names.filter(({ kind }) => kind === 'organisation' || kind === 'other');
    if (
      names.length > 0 &&
      (!INTO_THINGS.test(lead) || /\bfund\b/u.test(lead)) &&
      !isAdjective(hit.right.slice(group.end))
    )
      return names;
    return [];
  }
  return [];
}

function isAdjective(rest: string): boolean {
  return /^(?:'s)? (?:\p{L}+ ){0,2}(?:infrastructure|plants?|factory|data|production|region|market|facility|county|state|province|site|campus|technology)\b/iu.test(
    rest,
  );
}

export function spentOnThings(hit: Hit, payers: readonly Name[]): readonly Claim[] {
  const made = claim(hit, { payers }, 'capex', 'announced');
  const isNear =
    made.worth !== null && Math.abs(made.worth.at - hit.at) < 70 && !/^pa(?:y|id)/iu.test(hit.verb);
  return isNear && INTO_THINGS.test(hit.right) && !isShareholders(hit) ? [made] : [];
}

export function isShareholders({ right }: Hit): boolean {
  return /\b(?:shareholders|dividends?|buy-?backs?|repurchas\p{L}+|marketing|advertising|lobbying|wages|staff|taxes|settle\p{L}*|fines?|compensation|legal)\b/iu.test(
    right,
  );
}

const CONTRACT_NEAR = /\b(?:contracts?|orders?|commitments?|deals?|agreements?|leases?)\b/iu;
const ROUND =
  /\b(?:series [a-h]|seed|round|equity|funding|venture|investors?|capital|valuation|stake|shares|placement)\b/iu;
const DEBT =
  /\b(?:debt|refinanc\p{L}+|bonds?|loans?|notes|facilit(?:y|ies)|debentures?|borrowings?|credit|sukuk)\b/iu;
const NO_RAISE =
  /\b(?:guidance|forecast|dividend|price|prices|target|awareness|questions?|concerns?|stake|bid|offer|outlook|estimate|rates?|wages|doubts|fears)\b/iu;

/** "It" in a text about a round is whoever gets the money. */
function raiserOf(hit: Hit): readonly Name[] {
  const doers = doer(hit);
  const { sentence } = hit.clause;
  const fundee = subjectOf(sentence.fundee, sentence);
  return fundee.length > 0 && doers.every(({ by }) => by === 'pronoun') && doers.length > 0 ? fundee : doers;
}

/** What was raised over the years is no round. */
const SO_FAR =
  /\b(?:to date|so far|in total|altogether|entire|over the years|since (?:its|being|it was) \p{L}+|cumulative\p{L}*)\b/iu;

/** `B raised $500m in a round led by C, with D and E`. */
export function readRaise(hit: Hit): readonly Claim[] {
  if (hit.isPassive) return [];
  const payees = raiserOf(hit);
  const nearby = hit.right.slice(0, 160);
  const worths = worthsAfter(hit);
  const first = worths[0];
  if (
    payees.length === 0 ||
    first === undefined ||
    first.at > 60 ||
    NO_RAISE.test(nearby.slice(0, first.at)) ||
    SO_FAR.test(hit.clause.sentence.text)
  )
    return [];
  const isDebt = DEBT.test(nearby) && !/\bequity\b/iu.test(nearby);
  const payers = [...nearbyBackers(hit)].filter((name) => !payees.some((payee) => payee.name === name.name));
  const isRound = /^rais/iu.test(hit.verb) || ((isDebt || ROUND.test(nearby)) && !CONTRACT_NEAR.test(nearby));
  if (!isRound) return [];
  const made = claim(hit, { payers, payees }, isDebt ? 'debt-financing' : 'equity-investment', 'completed');
  return [{ ...made, worth: first }];
}

/** Who led the round and who joined it, up to the end of the bracket or clause that tells of it. */
function nearbyBackers(hit: Hit): readonly Name[] {
  const rest = hit.clause.sentence.text.split(hit.right).at(1) ?? '';
  const right = `${hit.right} ${rest}`.split(/[);]/u)[0] ?? '';
  const leaders = named({ ...hit, right }, BACKERS);
  const others = named({ ...hit, right }, JOINED_BY);
  return [...leaders, ...(leaders.length > 0 ? others : [])];
}

const JOINED_BY = after('with participation from|joined by|alongside|including');

const ROUND_IN =
  /\b(?:round|financing|funding|investment|series [a-h])\b(?:[^,;]{0,40}?)\b(?:in|for|of|into) /iu;
const OWNED_ROUND = new RegExp(
  String.raw`^ (?:${words(3)})(?<party>${ORG})'s [^,;]{0,50}\b(?:round|financing|funding|series [a-h]|investment)\b`,
  'iu',
);

/** `C led a $500m round in B`. */
export function readLeading(hit: Hit): readonly Claim[] {
  const payers = doer(hit);
  const owned = OWNED_ROUND.exec(hit.right)?.groups?.['party'];
  const into = ROUND_IN.exec(hit.right);
  const group =
    owned !== undefined
      ? groupAt(owned, 0, hit.clause.sentence)
      : into === null
        ? null
        : groupAt(hit.right, into.index + into[0].length, hit.clause.sentence);
  if (group === null || payers.length === 0 || hit.isPassive) return [];
  return [claim(hit, { payers, payees: group.names }, 'equity-investment', 'completed')];
}

/** `C lends B $2bn`, `C lent $2bn to B`, `C provided B with a $2bn loan`. */
export function readLoan(hit: Hit): readonly Claim[] {
  const payers = doer(hit);
  const direct = groupAt(hit.right, 1, hit.clause.sentence);
  const isDirect = direct !== null && direct.start < 40;
  const payees = isDirect ? direct.names : named(hit, TO);
  const isLoan =
    /^l(?:end|ent)/iu.test(hit.verb) ||
    /\b(?:loans?|facilit(?:y|ies)|financing|credit|funding)\b/iu.test(hit.right);
  if (!isLoan || hit.isPassive || payers.length === 0 || payees.length === 0) return [];
  const made = claim(hit, { payers, payees }, 'debt-financing', 'announced');
  return made.worth === null ? [] : [made];
}

/** `B borrowed $2bn from C`; `B issued $1bn of notes`. */
export function readBorrowing(hit: Hit): readonly Claim[] {
  const payees = doer(hit);
  const made = claim(hit, { payers: named(hit, FROM), payees }, 'debt-financing', 'completed');
  const isDebt = /^borrow/iu.test(hit.verb) || DEBT.test(hit.right.slice(0, 60));
  return isDebt && !hit.isPassive && payees.length > 0 && made.worth !== null ? [made] : [];
}

/** `A has backed B with a £25m investment`. */
export function readBacking(hit: Hit): readonly Claim[] {
  const direct = groupAt(hit.right, 1, hit.clause.sentence);
  const payers = hit.isPassive ? named(hit, after('by')) : doer(hit);
  const payees = hit.isPassive ? doer(hit) : direct !== null && direct.start < 50 ? direct.names : [];
  const made = claim(hit, { payers, payees }, 'equity-investment', 'completed');
  const isInvested =
    made.worth !== null && /\b(?:invest\p{L}*|funding|round|stake|capital)\b/iu.test(hit.right);
  return isInvested && payers.length > 0 && payees.length > 0 ? [made] : [];
}
