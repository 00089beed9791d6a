import { type Claim, type Hit, hitAt } from './claims.ts';
import type { Clause } from './clauses.ts';
import { readAppointment, readAward, readSigning, readSigningUp, readWin } from './contracts.ts';
import { readBacking, readBorrowing, readInvestment, readLeading, readLoan, readRaise } from './funding.ts';
import {
  readApproach,
  readGoing,
  readJoining,
  readMerger,
  readPurchase,
  readSale,
  readStake,
} from './purchases.ts';
import { firstWords } from './spellings.ts';
import { readBuilding, readOffer, readSpending } from './spending.ts';
import {
  readEligible,
  readJoint,
  readLease,
  readLicence,
  readOrder,
  readOutput,
  readRights,
  readSource,
  readSupply,
} from './supplies.ts';

/** The verbs of the genre, each with the reader that knows who stands where around it. */
interface VerbRule {
  readonly forms: string;
  /** Matches where a word begins. */
  readonly verb: RegExp;
  readonly read: (hit: Hit) => readonly Claim[];
}

function verb(forms: string, read: VerbRule['read']): VerbRule {
  return { forms, verb: new RegExp(String.raw`(?:${forms})(?![\p{L}-])`, 'iuy'), read };
}

const RULES: readonly VerbRule[] = [
  verb(
    'acquir(?:e|es|ed|ing)|buy(?:s|ing)?|bought|purchas(?:e|es|ed|ing)|tak(?:e|es|ing|en) over|took over|snap(?:s|ped|ping)? up|gobbl(?:e|es|ed|ing) up|hoover(?:s|ed)? up|swoop(?:s|ed)? (?:on|for)|scoop(?:s|ed)? up|buy(?:s|ing)? out|bought out|bid(?:s|ding)? for|ordered|orders|procur(?:e|es|ed|ing)|sourc(?:e|es|ed|ing)',
    readPurchase,
  ),
  verb(
    'sell(?:s|ing)?|sold|flog(?:s|ged|ging)?|hiv(?:e|es|ed|ing) off|divest(?:s|ed|ing)?|offload(?:s|ed|ing)?|dispos(?:e|es|ed|ing) of',
    readSale,
  ),
  verb('appoint(?:s|ed|ing)?|select(?:s|ed)|cho(?:se|sen|oses)|pick(?:s|ed)|hir(?:e|es|ed)', readAppointment),
  verb('sign(?:s|ed)? up', readSigningUp),
  verb('back(?:s|ed|ing)?', readBacking),
  verb('eligible', readEligible),
  verb('offer(?:s|ed|ing)?|bids?|bidding', readOffer),
  verb('approach(?:es|ed|ing)?', readApproach),
  verb('plac(?:e|es|ed|ing)', readOrder),
  verb(
    'receiv(?:e|es|ed|ing)|tak(?:e|es|ing)|buy(?:s|ing)?|t(?:ie|ies|ied|ying) up|lock(?:s|ed)? (?:in|up)|secur(?:e|es|ed|ing)|purchas(?:e|es|ed|ing)',
    readOutput,
  ),
  verb('com(?:e|es|ing) from|came from', readSource),
  verb('go(?:es)? (?:instead )?to|went (?:instead )?to', readGoing),
  verb('becom(?:e|es|ing) part of|became part of', readJoining),
  verb('merg(?:e|es|ed|ing)|combin(?:e|es|ing)|tie the knot', readMerger),
  verb(
    'tak(?:e|es|ing)|took|pick(?:s|ed)? up|rais(?:e|es|ed|ing) its|increas(?:e|es|ed|ing) its|build(?:s|ing)? up|built up',
    readStake,
  ),
  verb(
    'invest(?:s|ed|ing)?|pour(?:s|ed|ing)?|inject(?:s|ed|ing)?|put(?:s|ting)?(?: in)?|plough(?:s|ed|ing)?|plow(?:s|ed|ing)?|tip(?:s|ped|ping)?(?: in)?|chip(?:s|ped)? in|contribut(?:e|es|ed|ing)|kick(?:s|ed)? in|pump(?:s|ed|ing)?|sink(?:s|ing)?|sank',
    readInvestment,
  ),
  verb(
    'rais(?:e|es|ed|ing)|secur(?:e|es|ed|ing)|clos(?:e|es|ed|ing)|bagg?(?:s|ed)?|pull(?:s|ed) in|land(?:s|ed)?|announc(?:e|es|ed|ing)|nab(?:s|bed)?|scor(?:e|es|ed)|pocket(?:s|ed)?|haul(?:s|ed)? in|attract(?:s|ed)?|bring(?:s)? in|brought in|complet(?:e|es|ed|ing)|receiv(?:e|es|ed|ing)',
    readRaise,
  ),
  verb('led|leads?|leading|co-led|join(?:s|ed|ing)?', readLeading),
  verb(
    'lend(?:s|ing)?|lent|provid(?:e|es|ed|ing)|extend(?:s|ed|ing)?|arrang(?:e|es|ed|ing)|giv(?:e|es|ing)|gave',
    readLoan,
  ),
  verb('borrow(?:s|ed|ing)?|issu(?:e|es|ed|ing)|pric(?:e|es|ed|ing)', readBorrowing),
  verb(
    'commit(?:s|ted|ting)?|pledg(?:e|es|ed|ing)|promis(?:e|es|ed|ing)|guarantee(?:s|d|ing)?|stump(?:s|ed)? up|cough(?:s|ed)? up|shell(?:s|ed)? out|fork(?:s|ed)? out|splash(?:es|ed)? out|spend(?:s|ing)?|spent|pay(?:s|ing)?|paid|giv(?:e|es|ing)|gave',
    readSpending,
  ),
  verb(
    'win(?:s|ning)?|won|secur(?:e|es|ed|ing)|land(?:s|ed|ing)?|bag(?:s|ged|ging)?|clinch(?:es|ed|ing)?|receiv(?:e|es|ed|ing)|obtain(?:s|ed|ing)?|get(?:s|ting)?|got|gain(?:s|ed)?|book(?:s|ed)?|attract(?:s|ed|ing)?|has|have|had|scoop(?:s|ed)?|scor(?:e|es|ed)|net(?:s|ted)',
    readWin,
  ),
  verb('award(?:s|ed|ing)?|grant(?:s|ed|ing)?|hand(?:s|ed|ing)?|given', readAward),
  verb(
    'sign(?:s|ed|ing)?|strik(?:e|es|ing)|struck|ink(?:s|ed|ing)?|seal(?:s|ed|ing)?|reach(?:es|ed|ing)?|agree(?:s|d|ing)?(?: to| on)?|announc(?:e|es|ed|ing)|enter(?:s|ed|ing)? into|enter(?:s|ed|ing)?|cut(?:s|ting)?|clos(?:e|es|ed|ing)|finali[sz](?:e|es|ed|ing)|unveil(?:s|ed|ing)?|clinch(?:es|ed)?|conclud(?:e|es|ed|ing)|negotiat(?:e|es|ed|ing)|has|have|execut(?:e|es|ed|ing)|forg(?:e|es|ed|ing)|secur(?:e|es|ed|ing)|complet(?:e|es|ed|ing)|renew(?:s|ed|ing)?|extend(?:s|ed|ing)?|terminat(?:e|es|ed|ing)|cancel(?:s|led|ed|ling|ing)?|scrap(?:s|ped|ping)?|ended|expand(?:s|ed|ing)?|land(?:s|ed|ing)?',
    readSigning,
  ),
  verb(
    '(?:is|are|was|were) (?:close to|nearing|in (?:advanced |early |exclusive |final |preliminary )?talks (?:over|on|about|for|with))|near(?:s|ing)?|discuss(?:ing|es|ed)?',
    readSigning,
  ),
  verb('suppl(?:y|ies|ied|ying)|deliver(?:s|ed|ing)?|equip(?:s|ped|ping)?|provid(?:e|es|ed|ing)', readSupply),
  verb('leas(?:e|es|ed|ing)|rent(?:s|ed|ing)?|charter(?:s|ed|ing)?|pre-?lets?|lets?|letting', readLease),
  verb('hand(?:s|ed|ing)?|grant(?:s|ed|ing)?|giv(?:e|es|ing)|gave|s[eo]lls?|sold', readRights),
  verb('(?:out-|in-|sub)?licen[cs](?:e|es|ed|ing)', readLicence),
  verb(
    'form(?:s|ed|ing)?|creat(?:e|es|ed|ing)|set(?:s|ting)? up|establish(?:es|ed|ing)?|launch(?:es|ed|ing)?',
    readJoint,
  ),
  verb(
    'build(?:s|ing)?|built|construct(?:s|ed|ing)?|open(?:s|ed|ing)?|develop(?:s|ed|ing)?|break(?:s|ing)? ground on|broke ground on|plan(?:s|ned|ning)?|unveil(?:s|ed|ing)?|announc(?:e|es|ed|ing)|approv(?:e|es|ed|ing)',
    readBuilding,
  ),
];

const BY_WORD = rulesByWord();

function rulesByWord(): ReadonlyMap<string, readonly VerbRule[]> {
  const rules = new Map<string, readonly VerbRule[]>();
  for (const rule of RULES)
    for (const word of firstWords(rule.forms)) rules.set(word, [...(rules.get(word) ?? []), rule]);
  return rules;
}

const TOKEN = /[\p{L}-]+/gu;

export function claimsOfVerbs(clause: Clause): readonly Claim[] {
  return [...clause.text.matchAll(TOKEN)].flatMap(({ 0: word, index }) => {
    const rules = BY_WORD.get(word.toLowerCase()) ?? [];
    return rules.flatMap(({ verb: pattern, read }) => {
      const hit = hitAt(clause, index, pattern);
      return hit === null ? [] : read(hit);
    });
  });
}
