import { type Claim, claim, doer, type Hit, named, orProtagonist } from './claims.ts';
import { kindOfContract } from './contracts.ts';
import { GOODS, kindBy } from './kinds.ts';
import { isSame } from './marks.ts';
import { after, groupAt } from './phrases.ts';

/** Who supplies, leases or licenses what to whom, and ventures that companies found together. */

const TO = after('to');
const FROM = after('from');
const WITH = after('with');
const DEAL_NEAR = /\b(?:deal|contract|agreement|order|pact|will|would|agreed|signed|worth)\b/iu;

/** `Batteries worth $300m will be supplied by B`: whoever the document is about buys them. */
function suppliedBy(hit: Hit): readonly Claim[] {
  const payees = named(hit, after('by'));
  const worth = hit.clause.worths.findLast(({ at }) => at < hit.at);
  const payers = orProtagonist(hit, named(hit, TO), payees);
  if (worth === undefined || payees.length === 0 || payers.length === 0) return [];
  return [{ ...claim(hit, { payers, payees }, kindBy(hit.left, GOODS) ?? 'supply', 'announced'), worth }];
}

/** `A will supply B with 40 turbines`, `A is to deliver 40 buses to B`. */
export function readSupply(hit: Hit): readonly Claim[] {
  if (hit.isPassive) return suppliedBy(hit);
  const payees = doer(hit);
  const direct = groupAt(hit.right, 1, hit.clause.sentence);
  const isDirect =
    direct !== null &&
    direct.start < 30 &&
    /^(?: |'s)?.{0,3}with\b/u.test(hit.right.slice(direct.end).trimStart());
  const payers = (isDirect ? direct.names : named({ ...hit, right: hit.right.slice(0, 120) }, TO)).filter(
    ({ kind }) => kind === 'organisation' || kind === 'other',
  );
  const isDeal = DEAL_NEAR.test(hit.left) || hit.verb.toLowerCase().startsWith('suppl');
  if (hit.isPassive || !isDeal || payees.length === 0 || payers.length === 0) return [];
  const kind = kindBy(hit.clause.text, GOODS) ?? 'supply';
  const made = claim(hit, { payers, payees }, kind, 'announced');
  return made.worth === null && !DEAL_NEAR.test(hit.left) ? [] : [made];
}

/** `A leased 200MW from B`, `B leased the tower to A`. */
export function readLease(hit: Hit): readonly Claim[] {
  const doers = doer(hit);
  const from = named(hit, FROM);
  const to = named(hit, TO).filter(({ kind }) => kind === 'organisation');
  if (hit.isPassive || doers.length === 0) return [];
  if (from.length > 0) return [claim(hit, { payers: doers, payees: from }, 'lease', 'signed')];
  return to.length > 0 && /^l(?:eas|et)|^pre|^rent|^charter/iu.test(hit.verb)
    ? [claim(hit, { payers: to, payees: doers }, 'lease', 'signed')]
    : [];
}

/** `A licenses its drug to B`, `B licensed the drug from A`. */
export function readLicence(hit: Hit): readonly Claim[] {
  const doers = doer(hit);
  const from = named(hit, FROM);
  const to = named(hit, TO).filter(({ kind }) => kind === 'organisation' || kind === 'other');
  if (hit.isPassive || doers.length === 0) return [];
  if (from.length > 0) return [claim(hit, { payers: doers, payees: from }, 'licensing', 'signed')];
  return to.length > 0 ? [claim(hit, { payers: to, payees: doers }, 'licensing', 'signed')] : [];
}

/** `A handed rights to its drug to B`, `A grants B the rights`. */
export function readRights(hit: Hit): readonly Claim[] {
  if (hit.isPassive || !/^[^;]{0,60}\b(?:rights|licen[cs]e)\b/iu.test(hit.right)) return [];
  const direct = groupAt(hit.right, 1, hit.clause.sentence);
  const isDirect = direct !== null && direct.start < 4;
  const payees = doer(hit);
  const toWhom = named(hit, TO).filter(
    (name) => name.kind !== 'place' && name.kind !== 'person' && !payees.some((other) => isSame(other, name)),
  );
  const payers = toWhom.length === 0 && isDirect ? direct.names : toWhom;
  return payers.length === 0 || payees.length === 0
    ? []
    : [claim(hit, { payers, payees }, 'licensing', 'signed')];
}

/** `A and B form a joint venture`, `A is setting up a venture with B`. */
export function readJoint(hit: Hit): readonly Claim[] {
  if (!/^[^,;]{0,80}\b(?:joint[- ]ventures?|jv|venture|consortium|alliance|partnership)\b/iu.test(hit.right))
    return [];
  const partners = [...doer(hit), ...named(hit, WITH)];
  const kind = /\b(?:alliance|partnership)\b/iu.test(hit.right.slice(0, 80))
    ? kindOfContract(hit)
    : 'joint-venture';
  return partners.length < 2 ? [] : [claim(hit, { partners }, kind, 'announced')];
}

/** `A has placed an order with B for 40 jets`, `A placed an order for 40 B jets`. */
export function readOrder(hit: Hit): readonly Claim[] {
  if (hit.isPassive || !/^[^,;]{0,60}\border/iu.test(hit.right)) return [];
  const payers = doer(hit);
  const makers = named(hit, WITH);
  const payees = makers.length > 0 ? makers : named(hit, after('for'));
  if (payers.length === 0 || payees.length === 0) return [];
  return [claim(hit, { payers, payees }, kindBy(hit.right, GOODS) ?? 'supply', 'signed')];
}

const OUTPUT = /^[^,;]{0,60}\b(?:output|offtake|production|electricity|power|energy)\b/iu;
const SHARE_OF = /\d ?%|per ?cent|percent|\ball\b|\bentire\b|\bhalf\b|\d ?[MG]W/iu;

/** `A will take 60% of the output of B's wind farm`. */
export function readOutput(hit: Hit): readonly Claim[] {
  const what = OUTPUT.exec(hit.right)?.[0];
  if (hit.isPassive || what === undefined || !SHARE_OF.test(what)) return [];
  const payers = doer(hit);
  const found = named(hit, after('from|of')).filter(({ kind }) => kind !== 'place');
  const payees = orProtagonist(hit, found, payers);
  if (payers.length === 0 || payees.length === 0) return [];
  const isPower = /\b(?:wind|solar|power|electricity|hydro|nuclear|energy|MW|GW)\b/iu.test(
    hit.clause.sentence.text,
  );
  return [claim(hit, { payers, payees }, isPower ? 'ppa' : 'offtake', 'signed')];
}

/** `Turbines worth $300m will come from B`: whoever the document is about buys them. */
export function readSource(hit: Hit): readonly Claim[] {
  const group = groupAt(hit.right, 1, hit.clause.sentence);
  const worth = hit.clause.worths.findLast(({ at }) => at < hit.at);
  const goods = kindBy(hit.left, GOODS);
  if (group === null || worth === undefined || goods === null) return [];
  const payers = orProtagonist(hit, [], group.names);
  return payers.length === 0
    ? []
    : [{ ...claim(hit, { payers, payees: group.names }, goods, 'announced'), worth }];
}

/** `B is eligible for up to $12m in milestones from A`. */
export function readEligible(hit: Hit): readonly Claim[] {
  const payees = doer(hit);
  const payers = named(hit, FROM);
  if (payees.length === 0 || payers.length === 0) return [];
  const made = claim(hit, { payers, payees }, 'licensing', 'announced');
  return made.worth === null || !/\b(?:milestones?|payments?|royalt)/iu.test(hit.right) ? [] : [made];
}
