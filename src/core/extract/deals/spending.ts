import type { Name } from '../names.ts';
import type { ProposedDealKind } from '../report.ts';
import { type Claim, claim, doer, type Hit, named, worthsAfter } from './claims.ts';
import { kindOfContract } from './contracts.ts';
import { hasHappened, isShareholders, shared, spentOnThings } from './funding.ts';
import { GOODS, isBusiness, kindBy, kindOfStake } from './kinds.ts';
import { ORG, SUM } from './marks.ts';
import { after, groupAt, words } from './phrases.ts';

/** What companies commit to their suppliers, pay for companies, and spend on what they build for themselves. */

const PAYS_TO = after('to|with|on|for');
const SPENDS_ON = after('with|on');

/** `A commits $300bn to B`, `A will spend $5bn with B`, `A will pay B $50m for its chips`, `A plans to spend $9bn on plants`. */
export function readSpending(hit: Hit): readonly Claim[] {
  const payers = doer(hit);
  const worths = worthsAfter(hit);
  const first = worths[0];
  if (hit.isPassive || payers.length === 0 || first === undefined || isShareholders(hit)) return [];
  const make = (payees: readonly Name[]): Claim =>
    claim(hit, { payers, payees }, kindOfSpending(hit), 'announced');
  const several = shared(hit, make);
  if (several.length > 0) return several;
  const stake = FOR_STAKE.exec(hit.right);
  if (stake !== null) return paidForStake(hit, payers, stake);
  const whole = boughtFor(hit, first.at);
  if (whole.length > 0)
    return [{ ...claim(hit, { payers, targets: whole }, 'acquisition', 'completed'), worth: first }];
  const direct = groupAt(hit.right, 1, hit.clause.sentence);
  const payees = direct !== null && direct.start < first.at ? direct.names : receivers(hit, first.at);
  const real = payees.filter((name) => !payers.some((payer) => payer.name === name.name));
  if (real.length > 0) return [{ ...make(real), worth: first }];
  return spentOnThings(hit, payers);
}

const FOR_COMPANY = new RegExp(
  String.raw`^${SUM}(?: in (?:cash|stock|shares)| upfront)? for (?=(?:${words(4)})${ORG}(?:$|[.,;]| (?:in|last|this|after|to|as|and|on)\b))`,
  'u',
);

/** `A paid $75m for B`: B and nothing of it. */
function boughtFor({ verb, right, clause }: Hit, at: number): readonly Name[] {
  const match = FOR_COMPANY.exec(right.slice(at));
  if (match === null || !/^(?:pa(?:y|id)|splash|shell|fork|spen)/iu.test(verb)) return [];
  return groupAt(right, at + match[0].length, clause.sentence)?.names.slice(0, 1) ?? [];
}

const FOR_STAKE =
  /^[^;]{0,60}? for (?<stake>[^,;]{0,50}?(?:stake|interest|shareholding|shares|control|all|\d ?%|per ?cent|half|percent)) (?:in|of) /iu;

/** `A will pay $40m for 51 per cent of B`. */
function paidForStake(hit: Hit, payers: readonly Name[], stake: RegExpExecArray): readonly Claim[] {
  const group = groupAt(hit.right, stake[0].length, hit.clause.sentence);
  if (group === null) return [];
  const kind = kindOfStake(stake.groups?.['stake'] ?? '');
  return [claim(hit, { payers, targets: group.names }, kind, hasHappened(hit) ? 'completed' : 'announced')];
}

function receivers(hit: Hit, from: number): readonly Name[] {
  const right = hit.right.slice(from, from + 130);
  const group = named({ ...hit, right }, /^spen/iu.test(hit.verb) ? SPENDS_ON : PAYS_TO).filter(
    ({ kind }) => kind !== 'place' && kind !== 'person',
  );
  const bought = named({ ...hit, right }, after('from')).filter(({ kind }) => kind !== 'place');
  return bought.length > 0 ? bought : group;
}

function kindOfSpending(hit: Hit): ProposedDealKind {
  const what = /\bfor (?:the|its|an?|their) (?<what>[^,;]{3,80})/u.exec(hit.right)?.groups?.['what'] ?? '';
  if (/^pa(?:y|id)/iu.test(hit.verb) && isBusiness(what)) return 'acquisition';
  const goods = kindBy(hit.clause.text, GOODS) ?? kindBy(hit.clause.sentence.text, GOODS);
  return goods ?? kindOfContract(hit);
}

const BUILT = new RegExp(
  String.raw`^ (?:(?:an?|its|the|new|their|first|second|giant|massive|another|planned|two|three) ){0,3}(?:${SUM})[- ](?:${words(6)})(?:plants?|factor(?:y|ies)|data[- ]?cent(?:er|re)s?|facilit(?:y|ies)|mines?|site|hub|campus|network|complex|refinery|terminal|pipeline|projects?|fab|fabs|gigafactory|line|headquarters|stations?|smelter|farm|centre|center|works|expansion|warehouse|park|depot|port|airport|tower|mill|upgrade|programme|program|reactor|plant)\b`,
  'iu',
);

/** `A is building an $11bn data centre`. */
export function readBuilding(hit: Hit): readonly Claim[] {
  const payers = doer(hit);
  if (hit.isPassive || payers.length === 0 || !BUILT.test(hit.right)) return [];
  const made = claim(
    hit,
    { payers },
    'capex',
    /(?:ed|ing)$/iu.test(hit.verb) && /^open/iu.test(hit.verb) ? 'completed' : 'announced',
  );
  return made.worth === null ? [] : [made];
}

/** `A offered $2bn for B`, `A bid €70bn for B`. */
export function readOffer(hit: Hit): readonly Claim[] {
  const payers = doer(hit);
  const first = worthsAfter(hit)[0];
  const targets = first === undefined || hit.isPassive ? [] : boughtFor({ ...hit, verb: 'paid' }, first.at);
  if (first === undefined || payers.length === 0 || targets.length === 0) return [];
  return [{ ...claim(hit, { payers, targets }, 'acquisition', 'proposed'), worth: first }];
}
