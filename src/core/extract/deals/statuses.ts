import type { ProposedDealStatus } from '../report.ts';

/** How far a deal has come, by the words before its verb, the verb, and the sentence. */
export interface Wording {
  /** The clause before the verb or noun. */
  readonly left: string;
  readonly verb: string;
  readonly right: string;
  readonly sentence: string;
  /** What the bare verb or noun says. */
  readonly otherwise: ProposedDealStatus;
}

const ENDED =
  /\b(?:terminat\p{L}+|cancel\p{L}*|scrapp?\p{L}*|call(?:s|ed|ing)? off|abandon\p{L}*|walk(?:s|ed|ing)? away|collaps\p{L}+|withdr[ae]w\p{L}*|pull(?:s|ed|ing)? out of|ditch(?:es|ed)|drop(?:s|ped) (?:its|the|plans)|fell through|lapsed|rescind\p{L}*|axed|shelved|failed|blocked|was dropped|were dropped|withdrew|rejected|rejects|rebuffed|rebuffs|spurned|spurns|turned down)\b/iu;
const ENDED_AFTER =
  /^[^,;]{0,60}\b(?:was|were|is|has been|have been) (?:\p{L}+ )?(?:blocked|terminated|scrapped|called off|cancell?ed|abandoned|dropped|shelved|rejected)\b/iu;
const TALKS =
  /\b(?:in (?:\p{L}+ ){0,2}(?:talks|discussions|negotiations)|talks (?:to|with|about|over|on)|negotiat(?:ing|es|ions?)|discuss(?:ing|ions|ed)|in negotiation|(?:final|advanced) stages|nearing|nears|close to|approached)\b/iu;
const RUMOUR =
  /\b(?:rumou?r(?:s|ed)?|speculation|sources (?:said|say|told)|people (?:familiar|close|with knowledge|briefed)|person familiar|market talk|whispers|exploring|explores|considering|considers|mulls|mulling|weighs|weighing|eyeing|eyes)\b/iu;
const REPORTED =
  /\b(?:reportedly|is said to|are said to|was said to|reports? (?:that|said|suggest)|is reported to|it (?:is|was|has been) reported|unconfirmed)\b/iu;
const LETTER =
  /\b(?:letters? of intent|lois?|memorand(?:um|a) of understanding|mous?|heads of (?:terms|agreement)|term sheet|non-?binding|agreement in principle|framework agreement|preliminary (?:agreement|deal))\b/iu;
const OPTION =
  /\b(?:(?:an?|the) (?:exclusive )?options? (?:to|on|for|over)|right of first refusal|call option)\b/iu;
const PROPOSED =
  /\b(?:propos(?:e|es|ed|al|ing)|offer(?:s|ed|ing)?|bids?|bidding|seek(?:s|ing)?|aims?|hopes?|wants?|intend(?:s|ed)?|plan(?:s|ned|ning)?|planned|could|may|might|possible|potential|unsolicited|hostile|subject to)\b/iu;
const APPROVED =
  /\b(?:approv(?:ed|es|al|ing)|clear(?:ed|s|ance)|green[- ]?light|given the go-ahead|waved through|consented)\b/iu;
const DONE =
  /\b(?:complet(?:ed|es|ion|ing)|clos(?:ed|ing) (?:of )?(?:its|the|an?|this)|finali[sz](?:ed|es|ing)|concluded|has closed|deal closed)\b/iu;
const AHEAD =
  /\b(?:expected to|will be|to be|set to|until|yet to|awaiting|subject to|due to|on track to|ahead of|once|upon|pending|seek\p{L}*|needs?|to win|to gain|to get|to secure|to obtain) (?:\p{L}+ ){0,4}$/iu;
const AGREED = /\b(?:agree(?:d|s|ment)?|signed|signs|definitive|struck|inked)\b/iu;
const ANNOUNCED = /\b(?:announc|unveil)\p{L}*(?: [^\s,;]+){0,4} ?$/iu;
const FUTURE =
  /\b(?:will|is to|are to|to|set to|due to|plans to|commits? to|pledge[sd]? to)(?: be)?\s*(?:\p{L}+ly )?$/iu;

export function statusOf(wording: Wording): ProposedDealStatus {
  const { left, verb, right, sentence, otherwise } = wording;
  const near = `${left.slice(-120)}${verb}${right.slice(0, 120)}`;
  const lead = `${left.slice(-120)}${verb}`;
  if (ENDED.test(lead) || ENDED_AFTER.test(right) || /^(?:ended|ends)$/iu.test(verb)) return 'terminated';
  if (LETTER.test(near)) return 'letter-of-intent';
  if (OPTION.test(lead)) return 'option';
  if (TALKS.test(lead)) return 'talks';
  if (RUMOUR.test(sentence)) return 'rumoured';
  if (REPORTED.test(sentence)) return 'reported';
  return settled(wording, near, lead) ?? otherwise;
}

function settled({ left, right, sentence }: Wording, near: string, lead: string): ProposedDealStatus | null {
  const approved = APPROVED.exec(near);
  if (approved !== null && !AHEAD.test(near.slice(0, approved.index))) return 'approved';
  const done = DONE.exec(sentence);
  if (done !== null && !AHEAD.test(sentence.slice(0, done.index))) return 'completed';
  if (AGREED.test(lead)) return 'signed';
  if (ANNOUNCED.test(left)) return 'announced';
  if (PROPOSED.test(lead.slice(-70))) return 'proposed';
  if (FUTURE.test(left)) return 'announced';
  return AGREED.test(right.slice(0, 60)) ? 'signed' : null;
}
