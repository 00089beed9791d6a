import type { Name } from '../names.ts';
import type { ProposedDealKind, ProposedDealStatus } from '../report.ts';
import { type Claim, claim, doer, type Hit, named, orProtagonist, worthOf } from './claims.ts';
import { antecedentOf } from './clauses.ts';
import { GOODS, isBusiness, kindBy, kindOfStake } from './kinds.ts';
import { isSame, ORG, SUM } from './marks.ts';
import { after, groupAt, words } from './phrases.ts';

/** Who buys what from whom: companies, stakes in them, their businesses, and goods. */

const BY = after('by');
const FROM = after('from');
const TO = after('to');
const STAKE =
  /^ (?<what>(?:up to |as much as |(?:(?!(?:for|to|from|by|with|that|which)\b)[^\s,;\uE000-\uE7FF]+ )){0,8}?(?:stakes?|interests?|shareholding|holding|shares?|shares outstanding|equity|control|majority|minority|all|rest|remainder|half|quarter|third|fifth|tenth|ownership|\d[\d.]* ?%|per cent|percent|pc|\p{N}+ million shares)(?: \p{L}+){0,2}? (?:in|of)) /iu;
const WORTH_OF_SHARES = new RegExp(
  String.raw`^ (?:${words(3)})${SUM}(?: worth)? of (?=(?:${words(3)})${ORG}(?:'s)? (?:[\p{L}-]+ ){0,2}(?:stock|shares|equity)\b)`,
  'u',
);
const THINGS_OF_NAME =
  /^(?: [\p{Ll}-]+){0,3}? (?:plants?|business(?:es)?|units?|division|stores?|assets?|fields?|mines?|brands?|pubs|hotels?|operations|portfolio|projects?|sites?|network|factory|factories|refinery|pipelines?|blocks?|homes|properties)\b/u;
const GOODS_AFTER_NAME = new RegExp(
  String.raw`^-(?:made|built|branded|designed|supplied)\b|^(?:'s)? (?:${words(3)})(?:chips?|gpus?|processors?|shares|stock|bonds|products|services|planes|aircraft|jets|capacity|equipment|hardware|vehicles|buses|turbines|power|electricity|gas|software|cloud)\b`,
  'iu',
);

/** `A buys chips → B`; the arrow may have been lost to another sign. */
const ARROW = /(?:->|=>|[^\x20-\x7E]) $/u;

/** `A buys B`, `A acquired a 30% stake in B from C`, `B was bought by A`, `A will buy 40 jets from B`. */
export function readPurchase(hit: Hit): readonly Claim[] {
  if (hit.isPassive) return passive(hit);
  const payers = buyers(hit);
  const stake = STAKE.exec(hit.right) ?? WORTH_OF_SHARES.exec(hit.right);
  const objectAt = stake === null ? 1 : stake[0].length;
  const object = groupAt(hit.right, objectAt, hit.clause.sentence);
  const sellers = named(hit, FROM).filter((seller) => !payers.includes(seller));
  if (object === null || object.start - objectAt > 70 || object.names.length === 0)
    return bought(hit, payers, sellers);
  if (stake === null && sellers.length > 0 && THINGS_OF_NAME.test(hit.right.slice(object.end)))
    return bought(hit, payers, sellers);
  const rest = hit.right.slice(object.end);
  const before = hit.right.slice(0, object.start);
  if (ARROW.test(before))
    return pair(hit, { payers, payees: object.names }, kindBy(before, GOODS) ?? 'supply');
  if (stake !== null)
    return pair(hit, { payers, targets: object.names, payees: sellers }, kindOfStake(stake[0]));
  if (rest.startsWith("'s") || GOODS_AFTER_NAME.test(rest) || THINGS_OF_NAME.test(rest))
    return fromOwner(hit, payers, object.names, rest);
  return pair(hit, { payers, targets: object.names, payees: sellers }, 'acquisition');
}

/** A plan to buy something for a sum is of whoever the document is about, where no one else is named. */
function buyers(hit: Hit): readonly Name[] {
  const doers = doer(hit);
  const isPlan = /\b(?:plan|deal|offer|bid|agreement|proposal) to $/iu.test(hit.left);
  return doers.length === 0 && isPlan && worthOf(hit) !== null ? orProtagonist(hit, [], []) : doers;
}

function passive(hit: Hit): readonly Claim[] {
  const targets = doer(hit);
  const payers = named(hit, BY);
  return payers.length === 0
    ? []
    : pair(hit, { payers, targets }, kindOfBought(hit.left.slice(-60), 'acquisition'));
}

function kindOfBought(text: string, otherwise: ProposedDealKind): ProposedDealKind {
  return /\bstake|shares\b/iu.test(text) ? kindOfStake(text) : otherwise;
}

/** `A buys B's asset management business`: B sells. */
function fromOwner(
  hit: Hit,
  payers: readonly Name[],
  payees: readonly Name[],
  rest: string,
): readonly Claim[] {
  const what = rest.slice(0, 60);
  const goods = GOODS_AFTER_NAME.test(rest) && !isBusiness(what) ? kindBy(what, GOODS) : null;
  return pair(hit, { payers, payees }, goods ?? (isBusiness(what) ? 'acquisition' : 'supply'));
}

/** `B, which A acquired in May for $69bn`. */
function ofAntecedent(hit: Hit, payers: readonly Name[]): readonly Claim[] {
  const targets = antecedentOf(hit.clause);
  const isEnd = /^ (?:for|in|on|from|last|this|at)\b|^[.,;]?$/u.test(hit.right);
  return isEnd && targets.length > 0 ? pair(hit, { payers, targets }, 'acquisition') : [];
}

/** `A buys 200MW of compute from B`. */
function bought(hit: Hit, payers: readonly Name[], payees: readonly Name[]): readonly Claim[] {
  if (payees.length === 0) return ofAntecedent(hit, payers);
  const what = hit.right.slice(0, 120);
  const goods = kindBy(what.split(' from ')[0] ?? '', GOODS);
  const isCompany =
    isBusiness(what.split(' from ')[0] ?? '') && !/\b(?:from|services|supply)\b/iu.test(hit.verb);
  const kind =
    goods !== null && !(isCompany && goods === 'supply') ? goods : isCompany ? 'acquisition' : 'supply';
  return pair(hit, { payers, payees }, kind);
}

/** What follows the buyer in `A will sell B four freighters`. */
const THINGS_SOLD =
  /^ (?:\d|(?:up to|about|around|two|three|four|five|six|seven|eight|nine|ten|twelve|dozens of|some) )/iu;

/** `A sold its chemicals unit to B`, `A offloads its stake in C to B`. */
export function readSale(hit: Hit): readonly Claim[] {
  if (hit.isPassive) {
    const payers = named(hit, TO);
    const payees = named(hit, BY);
    const targets = doer(hit);
    return payers.length === 0 ? [] : pair(hit, { payers, payees, targets }, 'acquisition');
  }
  const payees = doer(hit);
  const payers = named(hit, TO).filter((buyer) => !payees.includes(buyer));
  const stake = STAKE.exec(hit.right);
  const object = groupAt(hit.right, stake === null ? 1 : stake[0].length, hit.clause.sentence);
  const what = hit.right.slice(0, 90).split(' to ')[0] ?? '';
  if (
    payers.length === 0 &&
    stake === null &&
    object !== null &&
    THINGS_SOLD.test(hit.right.slice(object.end))
  )
    return pair(hit, { payers: object.names, payees }, kindBy(hit.right, GOODS) ?? 'supply');
  if (payers.length === 0 && object === null) return issued(hit, payees, what);
  const targets = (object?.names ?? []).filter((name) => !payers.includes(name) && !payees.includes(name));
  const isWhole = stake !== null || isBusiness(what) || targets.length > 0;
  const kind =
    stake !== null
      ? kindOfStake(stake[0])
      : isWhole
        ? 'acquisition'
        : /\d ?%|per ?cent/u.test(what)
          ? kindOfStake(what)
          : (kindBy(what, GOODS) ?? 'supply');
  if (payers.length > 0) return pair(hit, { payers, payees, targets }, kind);
  const unsold = claim(hit, { payees, targets }, kind, 'announced');
  return unsold.worth !== null && stake !== null && targets.length > 0 ? [unsold] : [];
}

/** `A sold $3bn of bonds`: whoever buys them is not named. */
function issued(hit: Hit, borrowers: readonly Name[], what: string): readonly Claim[] {
  if (!/\b(?:bonds?|notes|debentures|debt|sukuk)\b/iu.test(what) || borrowers.length === 0) return [];
  const made = claim(hit, { payees: borrowers }, 'debt-financing', 'completed');
  return made.worth === null ? [] : [made];
}

const RATHER_PAST = /(?:ed|bought|sold|took)\b/iu;

function pair(hit: Hit, parties: Parameters<typeof claim>[1], kind: ProposedDealKind): readonly Claim[] {
  const { payers = [], payees = [], targets = [] } = parties;
  const others = targets.filter((target) => ![...payers, ...payees].some((name) => isSame(name, target)));
  if (payers.length === 0 || payees.length + others.length === 0) return [];
  return [claim(hit, { ...parties, targets: others }, kind, statusOfPast(hit, kind))];
}

/** What was bought is owned; what was ordered is only due. */
function statusOfPast({ verb }: Hit, kind: ProposedDealKind): ProposedDealStatus {
  if (!RATHER_PAST.test(verb)) return 'announced';
  return GOODS.includes(kind) ? 'signed' : 'completed';
}

const WITH = after('with');

/** `A merges with B`, `A and B agreed to merge`. */
export function readMerger(hit: Hit): readonly Claim[] {
  const partners = [...doer(hit), ...named(hit, WITH)];
  return partners.length < 2 ? [] : [claim(hit, { partners }, 'acquisition', 'announced')];
}

/** `B will become part of A`. */
export function readJoining(hit: Hit): readonly Claim[] {
  const group = groupAt(hit.right, 1, hit.clause.sentence);
  return group === null ? [] : pair(hit, { payers: group.names, targets: doer(hit) }, 'acquisition');
}

/** `A is preparing to approach B with a bid`. */
export function readApproach(hit: Hit): readonly Claim[] {
  const isBid = /\b(?:bid|offer|takeover|merger|buy-?out)\b/iu.test(hit.right);
  const group = isBid && !hit.isPassive ? groupAt(hit.right, 1, hit.clause.sentence) : null;
  return group === null ? [] : pair(hit, { payers: doer(hit), targets: group.names }, 'acquisition');
}

/** `B, which went instead to A for $5.1bn`. */
export function readGoing(hit: Hit): readonly Claim[] {
  const group = groupAt(hit.right, 1, hit.clause.sentence);
  const isRelative = /^\s*which(?: \p{L}+)?\s*$/u.test(hit.left);
  if (!isRelative || group === null || worthOf(hit) === null) return [];
  return pair(hit, { payers: group.names, targets: doer(hit) }, 'acquisition');
}

const STAKE_IN =
  /^ (?:up to |as much as |(?:(?!(?:for|to|from|by|with|that|which)\b)[^\s,;\uE000-\uE7FF]+ )){0,8}?(?:stakes?|interests?|shareholding|holding|position|shares?)(?: \([^)]*\))? (?:in|of) /iu;

/** `A takes a 20% stake in B for £30m`. */
export function readStake(hit: Hit): readonly Claim[] {
  const stake = STAKE_IN.exec(hit.right);
  if (stake === null || hit.isPassive) return [];
  const object = groupAt(hit.right, stake[0].length, hit.clause.sentence);
  return pair(
    hit,
    { payers: doer(hit), targets: object?.names ?? [], payees: named(hit, FROM) },
    kindOfStake(stake[0]),
  );
}
