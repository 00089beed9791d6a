import type { Draft } from './drafts.ts';
import type { Marked } from './marks.ts';
import { worthsIn } from './sums.ts';
import { termIn } from './terms.ts';

/** Sentences that only go on about the deal told last: what it is worth, how long it runs, that it fell through. */
const THE_DEAL =
  /(?:^it (?:will be|is|was) an?|(?:^|[,;:] |\b)(?:the|this|that|such an?|its)) (?:[\p{L}-]+,? ){0,4}?(?:deal|contract|agreement|transaction|acquisition|takeover|order|loan|facility|investment|partnership|offer|sale|lease|pact|merger|purchase|programme|program|project)\b(?<rest>.*)$/iu;
const FIELD =
  /^[-•* ]*(?:(?:total |contract |deal |transaction |agreement |purchase )?(?:value|worth|price|size|amount|consideration)|(?:contract |deal )?(?:term|duration|length|period))\s?[:–-] ?(?<rest>.*)$/iu;
const STATES_WORTH =
  /^[^;]{0,70}?\b(?:worth|valued at|value of|total(?:s|led|ling)?|for|costs?|price of|consideration of|comprises|amounts? to|sum of|size of|estimated (?:at|to be))\b[^,;.]{0,30}$|^\W*$/iu;
const BOTH_SPEND =
  /^(?:the two|both|they|together,? they)\b[^.;]{0,60}\b(?:spend|invest|commit|contribute|put in|pay)\b(?<rest>.*)$/iu;
/** What is bought has no term. */
const TERMLESS = /^(?:acquisition|equity-investment)$/u;
const ENDED =
  /^ (?:\p{L}+ )*?(?:was|has been|were|is) (?:\p{L}+ )?(?:terminated|cancelled|canceled|scrapped|called off|abandoned)\b/iu;
/** How many sentences back the deal may stand, in characters. */
const REACH = 900;

/** Payments that the licence told last brings. */
const PAYMENTS =
  /\b(?:receive|receives|pay|pays|paid|get|gets|eligible|entitled)\b(?<rest>[^.;]{0,140}\b(?:upfront|up-front|up front|milestones?|near-term)\b.*)$/iu;

/** The rent of the lease told last. */
const RENT = /\brents? (?<rest>(?:of|at|is|will be)\b.*)$/iu;

/** The deal told last, with what this sentence adds to it. */
export function toldLater(words: Marked, last: Draft): Draft {
  const both = BOTH_SPEND.exec(words.text)?.groups?.['rest'];
  const paid = last.kind === 'acquisition' ? undefined : PAYMENTS.exec(words.text)?.groups?.['rest'];
  const rent = last.kind === 'lease' ? RENT.exec(words.text)?.groups?.['rest'] : undefined;
  const whole = both ?? paid ?? rent;
  const rest = whole ?? (FIELD.exec(words.text) ?? THE_DEAL.exec(words.text))?.groups?.['rest'];
  if (rest === undefined || words.sentence.start - last.start > REACH) return last;
  const worth = worthsIn(rest, words)[0];
  const isStated = worth !== undefined && (whole !== undefined || STATES_WORTH.test(rest.slice(0, worth.at)));
  const sum = last.sum ?? (isStated ? worth.sum : null);
  const status = ENDED.test(rest) ? 'terminated' : last.status;
  return {
    ...last,
    sum,
    status,
    termYears: last.termYears ?? (TERMLESS.test(last.kind) ? null : termIn(rest)),
  };
}
