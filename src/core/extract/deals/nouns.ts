import type { Name } from '../names.ts';
import type { ProposedDealKind, ProposedDealStatus } from '../report.ts';
import { type Claim, statusAt } from './claims.ts';
import { bothBefore, type Clause, doerOf } from './clauses.ts';
import { GOODS, kindBy, kindOfStake } from './kinds.ts';
import { isSame, NAME, namesIn } from './marks.ts';
import { type Phrase, phrasesOf, type Sort } from './noun-phrases.ts';
import { after, groupAfter, ownerIn, subjectOf, WITH } from './phrases.ts';

/**
 * Deals said by a noun: "A's £2bn takeover of B", "the contract between A and B", "a $38bn promise to B". Law: both
 * parties stand in the words, or one does and the sum does.
 */
export function claimsOfNouns(clause: Clause): readonly Claim[] {
  return phrasesOf(clause).flatMap((phrase) => READERS[phrase.sort](phrase) ?? []);
}

/**
 * A sentence that names two organisations and one sum beside a noun of the genre, and gives nobody a plain place, still
 * tells of their deal: "A has won over B with an offer of $66bn".
 */
export function claimOfPair(clauses: readonly Clause[]): readonly Claim[] {
  return clauses.flatMap((clause) => {
    const names = namesIn(clause.text, clause.sentence).filter(({ kind }) => kind === 'organisation');
    const [first, second] = names;
    if (first === undefined || second === undefined || names.length > 2 || clause.worths.length !== 1)
      return [];
    const phrase = phrasesOf(clause).find(({ worth, sort }) => worth !== null && sort === 'takeover');
    if (phrase === undefined || BYSTANDER.test(clause.text.slice(0, phrase.at - phrase.before.length)))
      return [];
    const isTakeover = phrase.sort === 'takeover' || phrase.sort === 'sale';
    const found = isTakeover
      ? made(phrase, { payers: [first], targets: [second] }, 'acquisition')
      : contract(phrase, [first], [second]);
    return found === null ? [] : [found];
  });
}

const OTHER_SIDE = after(WITH);
const OF = after('of');
const IN = after('in|into');
const TO = after('to|for');
/** Whoever owns or leads a party is none. */
const PLAIN_BY =
  '(?<!\\b(?:formed|owned|led|backed|run|managed|built|made|operated|developed|founded|controlled|headed|supported|advised|reported|compiled) )by';
const FROM = after(`from|${PLAIN_BY}`);
const BY = after(PLAIN_BY);
const BETWEEN = after('between|involving');

/** What the bare noun says of how far the deal is. */
const OTHERWISE: Readonly<Record<Sort, ProposedDealStatus>> = {
  takeover: 'announced',
  sale: 'announced',
  investment: 'completed',
  loan: 'signed',
  venture: 'announced',
  deal: 'signed',
};

type Reader = (phrase: Phrase) => Claim | null;

const READERS: Readonly<Record<Sort, Reader>> = {
  takeover: readTakeover,
  sale: readSale,
  investment: readInvestment,
  loan: readLoan,
  venture: (phrase) => readDeal(phrase),
  deal: readDeal,
};

function at(phrase: Phrase, pattern: RegExp): readonly Name[] {
  return groupAfter(phrase.right.slice(0, 140), pattern, phrase.clause.sentence)?.names ?? [];
}

/** Who acts, where the noun phrase does not say: the subject of its clause; with a sum, whoever the text is about. */
function actor(phrase: Phrase, except: readonly Name[]): readonly Name[] {
  const { clause, before, worth } = phrase;
  if (phrase.owners.length > 0) return without(phrase.owners.slice(-1), except);
  if (worth === null && phrase.sort !== 'takeover') return [];
  const both = without(bothBefore(clause, phrase.at), except);
  if (both.length > 0) return both;
  const from = phrase.at - before.length;
  const left = clause.text.slice(0, from);
  if (BYSTANDER.test(left) || (worth === null && SAID.test(left))) return [];
  const doers = [doerOf(clause, from), doerOf(clause, phrase.at)].map((names) => without(names, except));
  const found = doers.find((names) => names.length > 0);
  if (found !== undefined) return found;
  if (worth === null) return [];
  const owners = without(ownerIn(clause.before + clause.text.slice(0, from), clause.sentence), except);
  if (owners.length > 0) return owners;
  return without(subjectOf(clause.sentence.protagonist, clause.sentence), except);
}

/** Whoever blocks, clears or comments is no party. */
const BYSTANDER =
  /\b(?:block|clear|approv|reject|veto|oppos|investigat|prob|review|advis|report|welcom|critici|examin|scrutini|complain|challeng|warn|question|analy|call|fund (?:the|its|a)|finance (?:the|its|a))\p{L}*\b[^,;]{0,40}$/iu;

const SAID = /\b(?:said|says|told|tells|added|adds|believes?|expects?|thinks|noted|notes)\b/iu;

function without(names: readonly Name[], except: readonly Name[]): readonly Name[] {
  return names.filter((name) => !except.some((other) => isSame(name, other)));
}

function readTakeover(phrase: Phrase): Claim | null {
  if (/^merger$/iu.test(phrase.noun)) return readMerger(phrase);
  const isBid = /^(?:bid|offer|approach)$/iu.test(phrase.noun);
  const by = at(phrase, isBid ? FROM : BY);
  const of = without(at(phrase, isBid ? after('for') : OF), by);
  const own = [...phrase.owners, ...phrase.qualifiers];
  const targets =
    of.length > 0
      ? of
      : by.length === 0
        ? phrase.qualifiers
        : own.length > 0
          ? own
          : without(doerOf(phrase.clause, phrase.at - phrase.before.length), by);
  const payers = by.length > 0 ? by : actor(phrase, targets);
  if (isBid && by.length === 0 && targets.length === 0 && isReceived(phrase)) return received(phrase, payers);
  const what = phrase.right.slice(0, 80);
  const isStake = /\b(?:stake|interest|shares)\b/iu.test(what.slice(0, 50));
  return made(phrase, { payers, targets }, isStake ? kindOfStake(what) : 'acquisition');
}

/** "B's board has accepted a £620m offer": B is the target, and the bidder may be told elsewhere. */
function isReceived({ clause, at: place, before }: Phrase): boolean {
  return /\b(?:accept|reject|receiv|rebuff|agreed? to|back|recommend|turned? down|spurn|fend)\p{L}*\b[^,;]{0,40}$/iu.test(
    clause.text.slice(0, place - before.length),
  );
}

function received(phrase: Phrase, targets: readonly Name[]): Claim | null {
  const { clause, at: place, noun, right, worth } = phrase;
  if (worth === null || targets.length === 0) return null;
  const status = statusAt(
    { clause, left: clause.text.slice(0, place), verb: noun, right, at: place, isPassive: false },
    'proposed',
  );
  return { payers: [], payees: [], targets, partners: [], kind: 'acquisition', worth, status };
}

/** `the merger of A and B`, `A's merger with B`. */
function readMerger(phrase: Phrase): Claim | null {
  const both = at(phrase, after('between|of'));
  const others = at(phrase, OTHER_SIDE);
  const first = both.length > 0 ? both : actor(phrase, others);
  return made(phrase, { partners: [...first, ...without(others, first)] }, 'acquisition');
}

function readSale(phrase: Phrase): Claim | null {
  const payers = at(phrase, after('to'));
  if (payers.length === 0) return null;
  const targets = without(at(phrase, after('of')), payers);
  const named = phrase.owners.length > 0 ? phrase.owners : at(phrase, BY);
  const payees =
    named.length > 0 ? named : without(doerOf(phrase.clause, phrase.at - phrase.before.length), payers);
  const main =
    phrase.worth === null ? [] : subjectOf(phrase.clause.sentence.protagonist, phrase.clause.sentence);
  const sellers = payees.length > 0 ? payees : without(main, payers);
  return made(phrase, { payers, targets: without(targets, sellers), payees: sellers }, 'acquisition');
}

function readInvestment(phrase: Phrase): Claim | null {
  const from = at(phrase, FROM);
  const into = without(at(phrase, IN), from).filter(({ kind }) => kind !== 'place');
  const qualified = without(phrase.qualifiers, [...from, ...phrase.owners]);
  const payees = into.length > 0 ? into : from.length > 0 ? actor(phrase, from) : qualified;
  const payers = from.length > 0 ? from : actor(phrase, payees);
  if (payers.length === 0 || payees.length === 0 || isHolding(phrase)) return null;
  const kind = phrase.noun === 'stake' ? kindOfStake(`${phrase.before}stake`) : 'equity-investment';
  return phrase.worth === null && phrase.noun !== 'stake' && phrase.noun !== 'investment'
    ? null
    : made(phrase, { payers, payees }, kind);
}

/** To own a stake is no deal. */
function isHolding({ noun, clause, at: place, before }: Phrase): boolean {
  const left = clause.text.slice(0, place - before.length);
  return (
    /^(?:stake|shareholding|equity)$/iu.test(noun) &&
    /\b(?:own(?:s|ed|ing)?|hold(?:s|ing)?|held|has|have|had|retain\p{L}*|keep\p{L}*|kept|reduc\p{L}*|cut(?:s|ting)?|trim\p{L}*|lower\p{L}*)\b[^,;]{0,30}$/iu.test(
      left,
    )
  );
}

function readLoan(phrase: Phrase): Claim | null {
  if (/^ guarantees?\b/u.test(phrase.right)) return null;
  const from = at(phrase, after('from|by|with'));
  const to = without(at(phrase, TO), from);
  const payees = to.length > 0 ? to : actor(phrase, from);
  const payers = from.length > 0 ? from : actor(phrase, payees);
  return phrase.worth === null ? null : made(phrase, { payers, payees }, 'debt-financing');
}

function readDeal(phrase: Phrase): Claim | null {
  const both = /^[^,;]{0,24}\b(?:between|involving) /u.test(phrase.right) ? at(phrase, BETWEEN) : [];
  if (both.length >= 2) return contract(phrase, both.slice(0, 1), both.slice(1));
  const pair = joinedBefore(phrase);
  if (pair.length === 2) return contract(phrase, pair.slice(0, 1), pair.slice(1));
  const others = counterparts(phrase, without(phrase.qualifiers, phrase.owners));
  if (others.length === 0 || (isLoose(phrase) && phrase.worth === null)) return null;
  const acting = actor(phrase, others);
  return acting.length === 0 ? null : contract(phrase, acting, others);
}

const JOINED = new RegExp(String.raw`${NAME}(?: ?[-–/&+] ?| and )${NAME} (?:\p{L}+ ){0,2}$`, 'u');

/** `the Acme-Borealis deal`. */
function joinedBefore({ before, clause }: Phrase): readonly Name[] {
  const match = JOINED.exec(before);
  return match === null ? [] : namesIn(match[0], clause.sentence);
}

/** Nouns that name a deal only with a sum. */
function isLoose({ noun }: Phrase): boolean {
  return /^(?:orders?|commitments?|promise|pledge|transaction|payment|mandate|alliance|collaboration)$/iu.test(
    noun,
  );
}

function counterparts(phrase: Phrase, qualifiers: readonly Name[]): readonly Name[] {
  const behind = at(phrase, OTHER_SIDE);
  if (behind.length > 0) return behind;
  const toward = at(
    phrase,
    /promise|pledge|commitment|payment/iu.test(phrase.noun) ? after('to|from|by') : after('from|by'),
  );
  if (toward.length > 0) return toward;
  if (qualifiers.length > 0 || phrase.worth === null) return qualifiers;
  const { lead } = phrase.clause.sentence;
  return phrase.owners.length > 0 || lead === '' ? [] : without(subjectOf(lead, phrase.clause.sentence), []);
}

const SUPPLIES =
  /\bto (?:supply|provide|deliver|build|construct|design|operate|maintain|manufacture|sell|host|develop)\b/iu;
const COMES_FROM = /^[^,;]{0,40}\b(?:from|by) /u;

function contract(phrase: Phrase, acting: readonly Name[], others: readonly Name[]): Claim | null {
  const kind = kindOf(phrase);
  if (kind === 'joint-venture' || kind === 'other' || kind === 'equity-investment')
    return made(phrase, { partners: [...acting, ...others] }, kind === 'equity-investment' ? 'other' : kind);
  const isReceiver = SUPPLIES.test(phrase.right) || (COMES_FROM.test(phrase.right) && phrase.worth !== null);
  return isReceiver
    ? made(phrase, { payers: others, payees: acting }, kind)
    : made(phrase, { payers: acting, payees: others }, kind);
}

function kindOf({ clause, before, noun, right }: Phrase): ProposedDealKind {
  const near = `${before}${noun}${right.slice(0, 120)}`;
  return kindBy(near) ?? kindBy(clause.text, GOODS) ?? kindBy(clause.sentence.text, GOODS) ?? 'other';
}

function made(phrase: Phrase, parties: Partial<Claim>, kind: ProposedDealKind): Claim | null {
  const { clause, at: place, noun, right, before, worth } = phrase;
  const { payers = [], payees = [], targets = [], partners = [] } = parties;
  if (partners.length < 2 && (payers.length === 0 || payees.length + targets.length === 0)) return null;
  const left = clause.text.slice(0, place - before.length) + before;
  const status = statusAt(
    { clause, left, verb: noun, right, at: place, isPassive: false },
    OTHERWISE[phrase.sort],
  );
  return { payers, payees, targets, partners, kind, worth, status };
}
