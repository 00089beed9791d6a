import { confidenceOf } from '../confidence.ts';
import type { Line } from '../lines.ts';
import type { Name } from '../names.ts';
import { within } from '../placed.ts';
import type { Reading } from '../reading.ts';
import type { ProposedDeal, Rated } from '../report.ts';
import type { Sentence } from '../sentences.ts';
import type { Claim } from './claims.ts';
import { clausesOf } from './clauses.ts';
import { type Draft, dealOf, joined, partiesOf } from './drafts.ts';
import { GOODS } from './kinds.ts';
import { claimsOfLists } from './lists.ts';
import { type Marked, marked, NAME } from './marks.ts';
import { claimOfPair, claimsOfNouns } from './nouns.ts';
import { toldLater } from './refer.ts';
import { termIn } from './terms.ts';
import { claimsOfVerbs } from './verbs.ts';

/**
 * Deals that a document tells of: one for the same parties and amount, however often they are mentioned. Each sentence is
 * read clause by clause for the verbs and nouns of the genre (SPEC of the format: DESIGN, `extract --json`).
 */
export function dealsIn(reading: Reading): readonly Rated<ProposedDeal>[] {
  const protagonist = protagonistOf(reading);
  const fundee = fundeeOf(reading);
  const drafts: Draft[] = [];
  let read = 0;
  for (const sentence of reading.sentences) {
    if (!MAY_TELL.test(sentence.text)) continue;
    const context = {
      lead: leadOf(reading, sentence),
      protagonist,
      fundee: fundeeAt(drafts, sentence) ?? fundee,
    };
    read += 1;
    const words = marked(reading, sentence, context);
    const own = draftsOf(words, headingOf(reading, sentence));
    const last = drafts.at(-1);
    if (own.length > 0) drafts.push(...own);
    else if (last !== undefined) drafts[drafts.length - 1] = toldLater(words, last);
    if (drafts.length > MOST_MENTIONS || read > MOST_SENTENCES) break;
  }
  return joined(drafts)
    .filter((draft) => !isVague(draft) && !isHalf(draft))
    .map((draft) => ({ ...dealOf(draft), confidence: confidenceOf(ruleOf(draft)) }))
    .toSorted((a, b) => a.evidenceStart - b.evidenceStart);
}

/** No article tells more; the rest of such a text is left unread. */
const MOST_MENTIONS = 2_000;
const MOST_SENTENCES = 8_000;

/** A sentence without any of these tells of no deal; most are left unread so. */
const MAY_TELL =
  /[$£€₹¥\d]|\b(?:deal|contract|agree|acqui|buy|bought|purchas|s[eo]ld|sell|sale|stake|invest|merge|combin|bid|offer|rights|output|joint|part of|deliver|takeover|partner|venture|licen[cs]|leas|loan|lend|lent|order|suppl|award|sign|raise|fund|pact|commit|pledge|terminat|divest)/iu;

const NAMES_SOMEBODY = new RegExp(NAME, 'u');

function draftsOf(words: Marked, heading: string): readonly Draft[] {
  const { sentence } = words;
  if (!NAMES_SOMEBODY.test(words.text + words.lead)) return [];
  const clauses = clausesOf(words);
  const fromVerbs = clauses.flatMap((clause) => drafted(claimsOfVerbs(clause), clause.text, words, 'verb'));
  const fromNouns = clauses.flatMap((clause) => drafted(claimsOfNouns(clause), clause.text, words, 'noun'));
  const fromLists = drafted(claimsOfLists(words, heading), sentence.text, words, 'list');
  const found = [...fromLists, ...fromVerbs, ...fromNouns];
  return found.length > 0 ? found : drafted(claimOfPair(clauses), sentence.text, words, 'noun');
}

function drafted(
  claims: readonly Claim[],
  clause: string,
  { sentence }: Marked,
  rule: Draft['rule'],
): readonly Draft[] {
  return claims.flatMap((claim) => {
    const parties = partiesOf(claim);
    if (parties.length === 0) return [];
    const isWinner = rule === 'verb' && claim.payees.length > 0 && GOODS.includes(claim.kind);
    const isHalfTold = claim.kind === 'acquisition' && claim.payers.length === 0 && claim.targets.length > 0;
    const isAlone =
      isHalfTold ||
      isWinner ||
      claim.kind === 'capex' ||
      claim.kind === 'debt-financing' ||
      claim.kind === 'equity-investment';
    if (parties.length < 2 && !(isAlone && claim.worth !== null)) return [];
    const termYears =
      claim.kind === 'acquisition' || claim.kind === 'equity-investment'
        ? null
        : (termIn(clause) ?? (claims.length === 1 ? termIn(sentence.text) : null));
    const { start, end } = sentence;
    return [
      {
        parties,
        kind: claim.kind,
        sum: claim.worth?.sum ?? null,
        termYears,
        status: claim.status,
        start,
        end,
        rule,
        isHeadline: sentence.kind === 'heading',
      },
    ];
  });
}

/** Without a sum, "a deal" and "A's partnership with B" are more often talk than a deal. */
function isVague({ kind, status, rule, sum }: Draft): boolean {
  if (sum !== null) return false;
  if (kind === 'other') return rule === 'noun' || status !== 'signed';
  return rule === 'noun' && (kind === 'equity-investment' || kind === 'debt-financing');
}

/** A takeover whose bidder is nowhere told. */
function isHalf({ kind, parties }: Draft): boolean {
  return kind === 'acquisition' && parties.length < 2;
}

function ruleOf({ rule, sum }: Draft): 'deals/verb' | 'deals/noun' | 'deals/list' | 'deals/undisclosed' {
  return sum === null ? 'deals/undisclosed' : `deals/${rule}`;
}

function headingOf({ lines }: Reading, { under }: Sentence): string {
  return under === null ? '' : (lines[under]?.text ?? '');
}

/** The organisation that a bullet's heading or lead-in names. */
function leadOf(reading: Reading, { under, kind }: Sentence): Name | null {
  const line = under === null ? undefined : reading.lines[under];
  if (line === undefined || (kind !== 'item' && kind !== 'row')) return null;
  const names = within(reading.names, line).filter(
    (name) => name.kind === 'organisation' || name.kind === 'other',
  );
  return names[0] ?? inLeadIn(reading, line);
}

const LEAD_IN = /^\W*(?<name>\p{Lu}[\p{L}\p{N}&.-]*(?: \p{Lu}[\p{L}\p{N}&.-]*){0,3})(?: \([^)]*\))?\s*:\s*$/u;

/** `Acme (the maker):` above bullets, where the text has the name elsewhere too. */
function inLeadIn({ text }: Reading, line: Line): Name | null {
  const name = LEAD_IN.exec(line.text)?.groups?.['name'];
  if (name === undefined || text.split(name).length <= 2) return null;
  const start = line.start + line.text.indexOf(name);
  const end = start + name.length;
  return { start, end, text: name, name, aliases: [], kind: 'organisation', by: 'name', isPossessive: false };
}

/** Characters within which a sentence may go on about the same round. */
const SAME_ROUND = 600;

/** Whoever got the money of the round told just before. */
function fundeeAt(drafts: readonly Draft[], { start }: Sentence): Name | null {
  const last = drafts.findLast(({ kind }) => kind === 'equity-investment');
  if (last === undefined || start - last.start > SAME_ROUND) return null;
  return last.parties.findLast(({ role }) => role === 'payee')?.name ?? null;
}

const MONEY_GOES_TO =
  /\b(?:invest\p{L}*|stakes?|rounds?|back(?:s|ed|ing)?|funding)(?: \p{L}+)? (?:in |for |of )?(?:\p{Ll}+ ){0,3}$/iu;
const TAKES_MONEY =
  /^(?:[’']s (?:\p{L}+ ){0,4}(?:funders?|backers?|investors?|rounds?|fund-?rais\p{L}+)|[^.;]{0,50}\brais(?:e|es|ed|ing) )/iu;

/** The company of which the text most often says that money goes into it. */
function fundeeOf({ names, text }: Reading): Name | null {
  const counts = new Map<string, number>();
  for (const { name, kind, start, end } of names) {
    if (kind !== 'organisation' && kind !== 'other') continue;
    const takes =
      MONEY_GOES_TO.test(text.slice(Math.max(0, start - 50), start)) ||
      TAKES_MONEY.test(text.slice(end, end + 70));
    if (takes) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const first = [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
  return names.find(({ name, by }) => name === first && by === 'name') ?? null;
}

/** The organisation named most; mentions in the title and the beginning count for more. */
function protagonistOf({ names, text, sentences }: Reading): Name | null {
  const title = sentences[0]?.end ?? 0;
  const weights = new Map<string, number>();
  for (const { name, kind, start } of names)
    if (kind === 'organisation' || kind === 'other') {
      const weight = start < title ? TITLE_WEIGHT : start < text.length / 8 ? 2 : 1;
      weights.set(name, (weights.get(name) ?? 0) + (kind === 'other' ? weight / 2 : weight));
    }
  const first = [...weights].toSorted(([, a], [, b]) => b - a)[0]?.[0];
  return names.find(({ name, by }) => name === first && by === 'name') ?? null;
}

const TITLE_WEIGHT = 4;
