import type { Line } from '../lines.ts';
import type { Quotation } from '../quotation-marks.ts';
import { SAY_OR_CALL } from './verbs.ts';

const FEW_WORDS = 5;
const DETERMINED =
  /\b(?:an?|the|its|their|his|her|our|this|that|these|those|so-called|any|such|some|each|every|no|own|new) $|[’']s? $/iu;
/** After which a quoted fragment does not modify what follows. */
const NO_NOUN =
  /^ (?:and|but|or|for|in|on|to|by|that|which|who|if|when|because|as|at|with|from|after|before|while|since|until|than|about|over|under|into|of|is|was|were|are|has|had|he|she|it|they|we|said|says|told|would|will|could|this|last|despite|without|amid|during|given|due|unless|although|though)\b/u;
const SO_CALLED =
  /\b(?:so-called|known as|titled|entitled|headlined|named|nicknamed|codenamed|the (?:word|term|phrase|name|film|book|movie|show|series|song|article|report|paper|slogan|motto)s?)[ ,]*$/iu;

/** Right after a verb of saying a fragment is said. */
const SPOKEN = new RegExp(
  String.raw`\b(?:${SAY_OR_CALL})(?: (?:of|about|as|to|it|that|against|for))?(?: it)? $`,
  'iu',
);

/** A word or two in marks that only colour the writer's own sentence: a “wait and see” approach, a film called “…”. */
export function isScareQuote(
  { start, end, opensAt, closesAt }: Quotation,
  text: string,
  line: Line,
): boolean {
  const before = text.slice(Math.max(line.start, opensAt - 40), opensAt);
  if (SO_CALLED.test(before)) return true;
  const words = text.slice(start, end).trim().split(/\s+/u);
  if (words.length > FEW_WORDS || /[,:]\s*$/u.test(before)) return false;
  if (words.length >= 2 && words.every((word) => TITLE_WORD.test(word))) return true;
  if (SPOKEN.test(before)) return false;
  const after = text.slice(closesAt, Math.min(line.end, closesAt + 24));
  const modifies = /^ \p{Ll}/u.test(after) && !NO_NOUN.test(after);
  return modifies && (DETERMINED.test(before) || words.length <= 2);
}

const TITLE_WORD = /^(?:[\p{Lu}\d]|(?:of|the|and|a|in|for|to)$)/u;

/** Whole words of somebody, as may follow without being attributed again. */
export function isSentence({ start, end, opensAt, isOpen }: Quotation, text: string, line: Line): boolean {
  const words = text.slice(start, end).trim();
  const before = text.slice(Math.max(line.start, opensAt - 3), opensAt).trimEnd();
  const stands = before === '' || /[.!?,:;”"’—–-]$/u.test(before);
  if (!stands || words.split(/\s+/u).length < 3) return false;
  return isOpen || /[.,!?…—–]$/u.test(words) || /^\p{Lu}/u.test(words);
}
