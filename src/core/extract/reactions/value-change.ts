import { type Masked, NAMED, OWNER, SUM } from '../masked.ts';
import type { Money } from '../money.ts';
import { holding, type Placed } from '../placed.ts';
import type { Instrument } from './instruments.ts';
import { isUnsure } from './moves.ts';

/** How much a market value changed, in full units of the currency. Places are within the sentence. */
export interface ValueChange extends Placed {
  /** Null where only the context tells. */
  readonly entity: string | null;
  readonly direction: 'up' | 'down';
  readonly amount: number;
  readonly currency: string;
}

const HEDGE = String.raw`(?:(?:more|less|as much|at least|about|around|nearly|almost|roughly|some|over|up|close|a|another|well|just|than|as|to|in|total|of|combined|whopping|staggering|further|record|its) ){0,5}`;
const WORTH = String.raw`(?:market |stock market |stock-market |share |company |equity )?(?:valuation|value|worth|cap|capitali[sz]ation|market)`;
const OWNED_BY = String.raw`(?:(?<owner>${NAMED})['’]s? |(?<its>${OWNER}) |the (?:[\p{Ll}-]+ ){0,3}?|their |combined )?`;
const OF_WHOM = String.raw`(?: of (?:the )?(?:[\p{L}-]+ ){0,3}?(?<whose>${NAMED}))?`;
const GAINED = 'add(?:s|ed|ing)?|gain(?:s|ed|ing)?|put(?:s|ting)?|creat(?:e|es|ed|ing)|lift(?:s|ed|ing)?';
const LOST =
  'wip(?:e|es|ed|ing)(?: out| away)?|eras(?:e|es|ed|ing)|slash(?:es|ed|ing)?|shav(?:e|es|ed|ing)|knock(?:s|ed|ing)?|tak(?:e|es|ing)|took|lop(?:s|ped|ping)?|stripp?(?:s|ed|ing)?|lost|los(?:e|es|ing)|shed(?:s|ding)?|cut(?:s|ting)?|burn(?:s|ed|t|ing)?(?: through)?|destroy(?:s|ed|ing)?|evaporat(?:e|es|ed|ing)|vapori[sz](?:e|es|ed|ing)|slic(?:e|es|ed|ing)|sh(?:ave|aved|aving)';

const DIRECT = new RegExp(
  String.raw`(?<![\p{L}-])(?:(?<up>${GAINED})|(?<down>${LOST})) ${HEDGE}(?<sum>${SUM})(?: or more)?,? (?:to|on|onto|off|from|in|of) ${OWNED_BY}(?:\p{Ll}+ )?${WORTH}(?![\p{L}-])${OF_WHOM}`,
  'giu',
);
const PASSIVE = new RegExp(
  String.raw`${HEDGE}(?<sum>${SUM})(?: in market value| of (?:market |shareholder )?value)? (?:was|were|has been|have been|being|is|had been)? ?(?:(?<up>added)|(?<down>wiped|erased|knocked|shaved|lopped|stripped|slashed|taken|lost|cut)) (?:to|onto|off|from|out of) ${OWNED_BY}(?:\p{Ll}+ )?(?:${WORTH}|${NAMED})(?![\p{L}-])${OF_WHOM}`,
  'giu',
);
const BY_SUM = new RegExp(
  String.raw`${OWNED_BY}(?:market |stock market )(?:value|valuation|cap|capitali[sz]ation) (?:has |had |have )?(?:(?<up>risen|rose|grown|grew|jumped|surged|increased|soared|climbed)|(?<down>fallen|fell|dropped|plunged|slumped|shrunk|tumbled|declined|slid)) by ${HEDGE}(?<sum>${SUM})`,
  'giu',
);
const CHANGED_BY = new RegExp(
  String.raw`(?<![\p{L}-])(?:(?<up>increas(?:e|es|ed|ing)|rais(?:e|es|ed|ing)|boost(?:s|ed|ing)?|lift(?:s|ed|ing)?)|(?<down>cut(?:s|ting)?|reduc(?:e|es|ed|ing)|slash(?:es|ed|ing)?)) ${OWNED_BY}(?:\p{Ll}+ )?${WORTH} by ${HEDGE}(?<sum>${SUM})`,
  'giu',
);
const OFF_COMPANY = new RegExp(
  String.raw`(?<![\p{L}-])(?<down>wip(?:e|es|ed|ing)|knock(?:s|ed|ing)?) ${HEDGE}(?<sum>${SUM}) off (?:the )?(?:(?<owner>${NAMED})|company|group|firm|business|shares)(?![\p{L}-])`,
  'giu',
);
const NOT_OF_A_COMPANY =
  /\b(?:deal|contract|stake|bond|assets?|property|homes?|house|oil|currency|rupee|brand|order book|portfolio|land)\b/iu;

const MAY_CHANGE = /valu|worth|capitali|\bcap\b|\boff\b/;

export function valueChangesIn(
  masked: Masked,
  moved: readonly Instrument[],
  fallback: string | null,
): readonly ValueChange[] {
  const { text } = masked;
  const found: ValueChange[] = [];
  if (masked.money.length === 0 || !MAY_CHANGE.test(masked.lower)) return found;
  for (const pattern of [DIRECT, PASSIVE, OFF_COMPANY, BY_SUM, CHANGED_BY])
    for (const match of text.matchAll(pattern)) {
      const change = changeOf(masked, match);
      if (change === null || found.some(({ start, end }) => start < change.end && change.start < end))
        continue;
      found.push({ ...change, entity: change.entity ?? ownerIn(moved, change.start) ?? fallback });
    }
  return found.toSorted((a, b) => a.start - b.start);
}

function changeOf(masked: Masked, match: RegExpExecArray): ValueChange | null {
  const { owner, its, whose, up, sum = '' } = match.groups ?? {};
  const at = masked.start + match.index + match[0].indexOf(sum);
  const money = holding<Money>(masked.money, at);
  const amount = money?.low ?? money?.high ?? null;
  if (money === null || amount === null || NOT_OF_A_COMPANY.test(match[0])) return null;
  if (isUnsure(masked.text.slice(0, match.index), match[0])) return null;
  const named = owner ?? its ?? whose;
  const place = named === undefined ? -1 : match[0].lastIndexOf(named);
  const name = place < 0 ? null : holding(masked.names, masked.start + match.index + place);
  return {
    start: match.index,
    end: match.index + match[0].length,
    entity: name?.name ?? null,
    direction: up === undefined ? 'down' : 'up',
    amount,
    currency: money.currency,
  };
}

/** Whatever moved last in the same sentence, else the company that is its subject. */
function ownerIn(moved: readonly Instrument[], at: number): string | null {
  const near = moved.findLast(({ end }) => end <= at) ?? moved[0];
  return near?.entities[0] ?? null;
}
