import { confidenceOf, type Rule } from '../confidence.ts';
import { type Focus, focusOf } from '../focus.ts';
import { type Masked, maskedOf, shortSentences, withPlainNames } from '../masked.ts';
import type { Percent } from '../percents.ts';
import { holding, within } from '../placed.ts';
import type { Reading } from '../reading.ts';
import type { ProposedReaction, Rated } from '../report.ts';
import type { Sentence } from '../sentences.ts';
import { causesIn } from './causes.ts';
import { type Context, instrumentsIn } from './instruments.ts';
import { merged } from './merging.ts';
import { moveOf, movesIn } from './moves.ts';
import { type Paired, pairsIn } from './pairing.ts';
import { type ValueChange, valueChangesIn } from './value-change.ts';

type Reaction = Rated<ProposedReaction>;

/**
 * Moves of shares and indexes that a text reports, one entry per entity and move. Law: what may happen, what a price
 * target says and what a business earned is no move; a percentage is the magnitude as printed.
 */
export function reactionsIn(document: Reading): readonly Reaction[] {
  const reading = withPlainNames(document);
  const focus = focusOf(reading);
  const told: Reaction[] = [];
  let lastShare: string | null = null;
  let marketLine: number | null = null;
  for (const sentence of shortSentences(reading)) {
    if (!MAY_TELL.test(sentence.text) || isOtherHeadline(sentence, reading, focus)) continue;
    const isMarket = marketLine === sentence.line;
    const found = inSentence(maskedOf(reading, sentence), { focus, lastShare, isMarket });
    told.push(...found.reactions);
    lastShare = found.share ?? lastShare;
    if (found.reactions.length > 0 && sentence.kind !== 'heading') marketLine = sentence.line;
  }
  return merged(told);
}

/** A headline below the story that names not its subject is of another story. */
function isOtherHeadline(
  { kind, start, end }: Sentence,
  { sentences, names }: Reading,
  { main }: Focus,
): boolean {
  if (kind !== 'heading') return false;
  const body = sentences.find((sentence) => sentence.kind === 'prose');
  return (
    body !== undefined &&
    start > body.start &&
    !within(names, { start, end }).some(({ name }) => name === main)
  );
}

/** Cheap test that spares most sentences the patterns. */
const MAY_TELL =
  /little changed|\bflat\b|unchanged|\bshares?\b|\bstocks?\b|\bscrips?\b|\bcounter\b|\bAD[RS]s?\b|\bGDRs?\b|receipts|valu|capitali|[Ii]nd(?:ex|ices)|[Mm]arket|FTSE|Footsie|S&P|Nasdaq|Dow|DAX|CAC|toxx|TOXX|IBEX|Nikkei|opix|Hang Seng|ensex|ENSEX|ifty|IFTY|ASX|TSX|ospi|OSPI|Shares?\b|Stocks?\b|[\d½¼¾⅓⅔] ?(?:%|pc\b|pct\b|per ?cent|p\b)|per ?cent/;

function inSentence(
  masked: Masked,
  context: Context & { readonly isMarket: boolean },
): { readonly reactions: readonly Reaction[]; readonly share: string | null } {
  const { text } = masked;
  const instruments = instrumentsIn(masked, context);
  const { isMarket, focus } = context;
  const pairs =
    instruments.length === 0
      ? []
      : [
          ...causesIn(text, instruments),
          ...pairsIn({
            text,
            instruments,
            moves: movesIn(masked.lower),
            isMarket,
            isPriced: context.lastShare !== null,
          }),
        ];
  const moved = withoutEchoes(pairs).flatMap((pair) => reactionsOf(masked, pair));
  const spoken = [
    ...pairs.map(({ instrument }) => instrument),
    ...instruments.filter(({ kind }) => kind !== 'index'),
  ];
  const fallback = context.lastShare ?? focus.before(masked.start);
  const changes = valueChangesIn(masked, spoken, fallback).flatMap((change) =>
    ofValue(masked, change, moved),
  );
  const share =
    pairs.findLast(({ instrument }) => instrument.kind !== 'index')?.instrument.entities.at(-1) ??
    instruments.findLast(({ kind }) => kind === 'share')?.entities.at(-1) ??
    null;
  return { reactions: merged([...moved, ...changes]), share };
}

/** In "fell 10% but rallied to end down 4%" the rally is no move of its own, nor the recovery in "dipped before recovering". */
function withoutEchoes(pairs: readonly Paired[]): readonly Paired[] {
  return pairs.filter((pair, at) => {
    if (pair.percentAt !== null || pair.move.direction === 'flat') return true;
    return !pairs.some(
      (other, place) =>
        sameEntities(other.instrument.entities, pair.instrument.entities) &&
        other.move.direction !== pair.move.direction &&
        (other.percentAt !== null || place < at),
    );
  });
}

function sameEntities(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((entity, at) => entity === b[at]);
}

const CUE_REACH = 45;
/** Room for "briefly" before a verb. */
const ADVERB = 10;

function reactionsOf(masked: Masked, pair: Paired): Reaction[] {
  const { instrument, move, percentAt, end } = pair;
  const percent = percentAt === null ? null : holding<Percent>(masked.percents, masked.start + percentAt);
  const from = Math.min(instrument.start, move.start, percentAt ?? move.start);
  const until = Math.max(instrument.end, end);
  const own = move.start > instrument.end ? pair.from : Math.max(0, from - ADVERB);
  const words = masked.sentence.text.slice(own, until + CUE_REACH);
  return instrument.entities.map((entity) => ({
    entity,
    direction: move.direction,
    percent: percent?.value ?? null,
    valueChange: null,
    currency: null,
    move: moveOf(clauseOf(words, until - own), move.direction),
    evidenceStart: masked.start + from,
    evidenceEnd: masked.start + until,
    confidence: confidenceOf(ruleOf(pair)),
  }));
}

/** Up to where the next clause begins; the words before that place belong to the move anyway. */
function clauseOf(words: string, after: number): string {
  const tail = words.slice(Math.max(0, after));
  const cut = tail.search(/[;.] |, (?:while|but|and|as|after)\b|\b(?:while|but|whereas|since)\b/u);
  return cut < 0 ? words : words.slice(0, Math.max(0, after) + cut);
}

function ruleOf({ instrument, percentAt }: Paired): Rule {
  if (instrument.kind === 'index') return 'reactions/index';
  if (instrument.kind === 'bare')
    return percentAt === null ? 'reactions/company-plain' : 'reactions/company-percent';
  return percentAt === null ? 'reactions/share-plain' : 'reactions/share-percent';
}

function ofValue(masked: Masked, change: ValueChange, moved: readonly Reaction[]): Reaction[] {
  const { direction, amount, currency, start, end } = change;
  const only = moved.filter((reaction) => reaction.direction === direction);
  const entity = change.entity ?? only[0]?.entity ?? null;
  if (entity === null) return [];
  const isOfMove = only.find((reaction) => reaction.entity === entity);
  return [
    {
      entity,
      direction,
      percent: isOfMove?.percent ?? null,
      valueChange: amount,
      currency,
      move: isOfMove?.move ?? 'unstated',
      evidenceStart: isOfMove?.evidenceStart ?? masked.start + start,
      evidenceEnd: Math.max(isOfMove?.evidenceEnd ?? 0, masked.start + end),
      confidence: confidenceOf('reactions/value'),
    },
  ];
}
