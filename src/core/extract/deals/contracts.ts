import type { Name } from '../names.ts';
import type { ProposedDealKind } from '../report.ts';
import { type Claim, claim, doer, type Hit, named, orProtagonist, worthOf } from './claims.ts';
import { GOODS, isBusiness, kindBy } from './kinds.ts';
import { NAME, ORG, SUM } from './marks.ts';
import { after, groupAfter, groupAt, WITH, words } from './phrases.ts';

/** Contracts signed, won and awarded, orders, supplies, leases, licences, joint ventures. */

const DEAL_NOUN =
  'deals?|contracts?|subcontracts?|agreements?|pacts?|accords?|partnerships?|arrangements?|orders?|mandates?|commitments?|tie-?ups?|collaborations?|alliances?|leases?|memorand(?:um|a) of understanding|mous?|letters? of intent|loi|term sheets?|heads of terms|facilit(?:y|ies)|loans?|joint ventures?|jvs?|transactions?|ppas?|concessions?|licen[cs]es?|framework|settlement|tenders?|projects?|work|funding|financing|investments?|grants?|award|backing|credit line|credit|capital(?! expenditure)';
const NOUN = new RegExp(String.raw`(?<![\p{L}-])(?:${DEAL_NOUN})(?![\p{L}-])`, 'iu');
const OBJECT = new RegExp(
  String.raw`^ (?<object>(?:up to |as much as )?(?:(?!(?:with|from|to|by|that|which|said|will|has|is|was|after|as)\b)[^\s;:]+ ){0,14}?(?:${DEAL_NOUN}))(?![\p{L}-])`,
  'iu',
);
const COUNTERPART = after(WITH);
const GIVER = after(`from|${WITH}|by`);
const TO = after('to');
const BY = after('by');
const GIVEN_FROM = after('from');
const BUYS =
  /\bto (?:\p{L}+ly )?(?:buy|purchase|acquire|procure|lease|rent|use|access|secure|obtain|license|source|import|take|charter|order)\b/iu;
const SUPPLIES =
  /\b(?:to|will|would) (?:\p{L}+ly )?(?:supply|provide|deliver|build|construct|design|develop|operate|maintain|manufacture|sell|install|run|manage|upgrade|make|host|support|carry|transport|ship|export|produce|drill|extend|refurbish|service|transform)\b|\bfor the (?:supply|construction|provision|delivery|design|maintenance|sale)\b/iu;
const SELLS_ITSELF =
  /\bto (?:be )?(?:buy|bought|acquired?|purchased?|sell|sold|merged?|tak(?:e|en) over|divest(?:ed)?)\b/iu;

/** `A signed a $38bn deal with B`, `A and B have struck a pact`. */
export function readSigning(hit: Hit): readonly Claim[] {
  const object = OBJECT.exec(hit.right)?.groups?.['object'];
  if (object === undefined || !isDeal(object) || isAuxiliary(hit)) return [];
  const doers = doer(hit);
  const counterparts = others(doers, counterpartsOf(hit, object));
  const inner = SELLS_ITSELF.test(hit.right.slice(0, object.length + 60)) && counterparts.length === 0;
  if (inner) return [];
  if (counterparts.length === 0) return alone(hit, doers);
  return /s$/u.test(object) && counterparts.length > 1 && !/\bpartnerships?$|business$/u.test(object)
    ? counterparts.map((other) => between(hit, doers, [other]))
    : [between(hit, doers, counterparts)].filter(() => doers.length > 0);
}

/** Two that sign together; or one, and a sum in a document about another. */
function alone(hit: Hit, doers: readonly Name[]): readonly Claim[] {
  if (doers.length >= 2) return [between(hit, doers.slice(0, 1), doers.slice(1))];
  if (/\b(?:from|with|by) /u.test(hit.right)) return [];
  const main = orProtagonist(hit, [], doers);
  const made = between(hit, doers, main);
  const isTold = doers.length > 0 && main.length > 0 && made.worth !== null;
  return isTold && made.kind !== 'other' ? [made] : [];
}

function others(doers: readonly Name[], found: readonly Name[]): readonly Name[] {
  return found.filter((name) => !doers.some((doing) => doing.name === name.name));
}

/** Behind "with", or tight before the noun: `a supply deal with B`, `signs $38bn B deal`. */
function counterpartsOf(hit: Hit, object: string): readonly Name[] {
  const rest = hit.right.slice(object.length + 1);
  const behind = named({ ...hit, right: rest }, COUNTERPART);
  if (behind.length > 0) return behind;
  if (isDealFor(object, rest)) return groupAfter(rest, FOR, hit.clause.sentence)?.names ?? [];
  const within = new RegExp(String.raw`${NAME}(?:'s)? (?:${words(3)})$`, 'u');
  const before =
    NOUN.exec(object) === null ? '' : object.replace(new RegExp(String.raw`(?:${DEAL_NOUN})$`, 'iu'), '');
  const inside = within.exec(before);
  if (inside !== null) return groupAt(before, inside.index, hit.clause.sentence)?.names ?? [];
  const tail = hit.right.slice(object.length + 1);
  return BUYS.test(tail) || SUPPLIES.test(tail) ? [] : namesToOrFrom(hit, tail);
}

const FOR = after('for');

/** `a $10bn deal for B`: B is bought. */
function isDealFor(object: string, rest: string): boolean {
  return /\b(?:deal|agreement)$/iu.test(object) && DIRECTLY_FOR.test(rest);
}

const DIRECTLY_FOR = new RegExp(
  String.raw`^ for (?:${words(5)})${ORG}(?:$|[.,;]| (?:\p{L}+ing|in|after|as|and|to)\b)`,
  'u',
);

const STATES_PARTY = new RegExp(
  String.raw`^ (?:(?:worth|valued at|of) (?:[\p{L}-]+ ){0,3}${SUM} )?(?:to|from|for|by) `,
  'u',
);

function namesToOrFrom(hit: Hit, tail: string): readonly Name[] {
  return STATES_PARTY.test(tail)
    ? (groupAfter(tail.slice(0, 60), after('from|by'), hit.clause.sentence)?.names ?? [])
    : [];
}

function isDeal(object: string): boolean {
  return !/\b(?:work|project|settlement|award|capital|backing|projects|funding|financing|investments?|credit)$/iu.test(
    object,
  );
}

function between(hit: Hit, doers: readonly Name[], counterparts: readonly Name[]): Claim {
  const kind = kindOfContract(hit);
  const object = OBJECT.exec(hit.right)?.groups?.['object'] ?? '';
  if (isDealFor(object, hit.right.slice(object.length + 1)))
    return claim(hit, { payers: doers, targets: counterparts }, 'acquisition', 'signed');
  if (kind === 'joint-venture' || kind === 'other')
    return claim(hit, { partners: [...doers, ...counterparts] }, kind, 'signed');
  const supplies = SUPPLIES.test(hit.right) && !BUYS.test(hit.right);
  const isLent = kind === 'debt-financing';
  return supplies || isLent
    ? claim(hit, { payers: counterparts, payees: doers }, kind, 'signed')
    : claim(hit, { payers: doers, payees: counterparts }, kind, 'signed');
}

/** By the words of the clause; the sentence only where they say nothing. */
export function kindOfContract({ clause, verb, right }: Hit): ProposedDealKind {
  const bought = /\bto (?:buy|acquire|purchase|sell) (?<what>[^,;]{3,80})/iu.exec(right)?.groups?.['what'];
  if (bought !== undefined && isBusiness(bought) && kindBy(bought, GOODS) === null) return 'acquisition';
  return kindBy(`${verb}${right}`) ?? kindBy(clause.text) ?? kindBy(clause.sentence.text, GOODS) ?? 'other';
}

const CONTRACT =
  /\b(?:contracts?|subcontracts?|orders?|mandates?|tenders?|deals?|agreements?|work|projects?|concessions?|leases?|commitments?|licen[cs]es?|job|package|business)$/iu;
const MONEY_NOUN = /\b(?:loans?|facilit(?:y|ies)|financing|credit line|credit|debt|bonds?)$/iu;
const EQUITY_NOUN = /\b(?:investments?|funding|capital|backing|equity)$/iu;
const GRANT = /\b(?:grants?|award|subsid(?:y|ies))$/iu;

/** "Has announced a deal" has nothing itself. */
function isAuxiliary({ verb, right }: Hit): boolean {
  return (
    /^(?:has|have|had|g[eo]t)/iu.test(verb) &&
    !/^ (?:(?:an?|the|its|their|two|three)\b|\p{N}|[\uF000-\uF1FF])/u.test(right)
  );
}

/** `A won a Rs 4,500 crore order from B`, `A secures $2bn loan from C`. */
export function readWin(hit: Hit): readonly Claim[] {
  const object = OBJECT.exec(hit.right)?.groups?.['object'];
  if (object === undefined || hit.isPassive || isAuxiliary(hit)) return [];
  const payees = doer(hit);
  const payers = others(payees, giversOf(hit, object));
  const made = won(hit, object, payers, payees);
  if (made === null) return [];
  if (payers.length === 0 && payees.length > 0 && made.worth !== null && CONTRACT.test(object))
    return fromProtagonist(hit, made);
  const isUseful = payees.length > 0 && (payers.length > 0 || isAlone(made));
  return isUseful ? [made] : [];
}

/** Whoever wins a contract of a stated worth has a deal, whether the other side is named or not. */
function fromProtagonist(hit: Hit, made: Claim): readonly Claim[] {
  if (/^(?:has|have|had|g[eo]t)/iu.test(hit.verb)) return [];
  const isFromOther = /\b(?:from|for|with|by) (?:the|an?) /iu.test(hit.right);
  return [{ ...made, payers: isFromOther ? [] : orProtagonist(hit, [], made.payees) }];
}

function isAlone({ kind, worth }: Claim): boolean {
  return worth !== null && (kind === 'debt-financing' || kind === 'equity-investment');
}

function giversOf(hit: Hit, object: string): readonly Name[] {
  const tail = hit.right.slice(object.length + 1);
  const givers = groupAfter(tail, GIVER, hit.clause.sentence)?.names ?? [];
  if (givers.length > 0) return givers;
  const supplied = groupAfter(tail, SUPPLIED, hit.clause.sentence)?.names ?? [];
  if (supplied.length > 0) return supplied;
  const inside = new RegExp(String.raw`(?<name>${NAME})(?:'s)? (?:${words(3)})\p{L}+$`, 'u').exec(object);
  if (inside !== null) return groupAt(object, inside.index, hit.clause.sentence)?.names ?? [];
  return WORKS.test(tail) ? (groupAfter(tail, OWNER_OF_WORKS, hit.clause.sentence)?.names ?? []) : [];
}

/** `to refurbish the offices of B`: B pays. */
const WORKS =
  /^[^,;]{0,40} to (?:refurbish|build|maintain|upgrade|operate|run|manage|service|fit out|renovate|extend|clean|design|install|replace|redevelop)\b/iu;
const OWNER_OF_WORKS = after('of');

const SUPPLIED = after('to supply|to provide|to equip|for');

function won(hit: Hit, object: string, payers: readonly Name[], payees: readonly Name[]): Claim | null {
  if (MONEY_NOUN.test(object)) return claim(hit, { payers, payees }, 'debt-financing', 'signed');
  if (EQUITY_NOUN.test(object)) return claim(hit, { payers, payees }, 'equity-investment', 'completed');
  if (GRANT.test(object)) return claim(hit, { payers, payees }, 'other', 'announced');
  if (!CONTRACT.test(object)) return null;
  const kind = kindOfContract(hit);
  return claim(hit, { payers, payees }, kind === 'equity-investment' ? 'services' : kind, 'signed');
}

/** `A awarded B a contract worth £40m`, `the contract was awarded to B by A`, `B has been awarded a contract by A`. */
export function readAward(hit: Hit): readonly Claim[] {
  const kind = kindOfContract(hit);
  if (hit.isPassive) {
    const toWhom = named(hit, TO);
    const payees = toWhom.length > 0 ? toWhom : doer(hit);
    const givers = named(hit, BY);
    const payers = givers.length > 0 ? givers : named(hit, GIVEN_FROM);
    const isContract = NOUN.test(hit.right) || NOUN.test(hit.left);
    const made = claim(
      hit,
      { payers, payees },
      kind === 'other' && payers.length === 0 ? 'services' : kind,
      'signed',
    );
    const isTold = payers.length > 0 || made.worth !== null;
    return isContract && isTold && payees.length > 0 ? [made] : [];
  }
  if (!NOUN.test(hit.right)) return [];
  const payers = doer(hit);
  const direct = groupAt(hit.right, 1, hit.clause.sentence);
  const isDirect = direct !== null && !NOUN.test(hit.right.slice(0, direct.start));
  const payees = others(payers, isDirect ? direct.names : named(hit, TO));
  return payers.length > 0 && payees.length > 0 ? [claim(hit, { payers, payees }, kind, 'signed')] : [];
}

/** `A has appointed B to run its depots in a £75m deal`: B is paid. */
export function readAppointment(hit: Hit): readonly Claim[] {
  const payers = hit.isPassive ? named(hit, BY) : doer(hit);
  const direct = groupAt(hit.right, 1, hit.clause.sentence);
  const payees = hit.isPassive ? doer(hit) : direct !== null && direct.start < 50 ? direct.names : [];
  const isContract = worthOf(hit) !== null && NOUN.test(hit.clause.text);
  if (!isContract || payers.length === 0 || payees.length === 0) return [];
  return [claim(hit, { payers, payees }, kindOfContract(hit), 'signed')];
}

/** `A signed up B as a customer in a three-year deal`. */
export function readSigningUp(hit: Hit): readonly Claim[] {
  const direct = groupAt(hit.right, 1, hit.clause.sentence);
  const payees = doer(hit);
  const isCustomer =
    /\b(?:customer|client|tenant|user|subscriber)\b/iu.test(hit.right) || worthOf(hit) !== null;
  if (hit.isPassive || direct === null || direct.start > 50 || payees.length === 0 || !isCustomer) return [];
  return [claim(hit, { payers: direct.names, payees }, kindOfContract(hit), 'signed')];
}
