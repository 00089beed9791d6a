import { SHARE } from '../masked.ts';
import type { Instrument } from './instruments.ts';
import { isUnsure, type Move } from './moves.ts';
import type { Paired } from './pairing.ts';

/** Moves told by what caused them: `boosted the shares by 3%`, `weighed on the stock`. */
const LIFT =
  /\b(?:boost(?:s|ed|ing)?|lift(?:s|ed|ing)?|buoy(?:s|ed|ing)?|propel(?:s|led|ling)?|bolster(?:s|ed|ing)?|fuel(?:s|led|ed|ling|ing)? (?:a rally|gains) in)(?: up)? (?:the )?$/iu;
const PRESS =
  /\b(?:depress(?:es|ed|ing)?|dent(?:s|ed|ing)?|knock(?:s|ed|ing)?|hammer(?:s|ed|ing)?|hit(?:s|ting)?|weigh(?:s|ed|ing)?(?: heavily)? on|drag(?:s|ged|ging)?(?: down)?|hurt(?:s|ing)?|pressur(?:e|es|ed|ing)|s[aiu]nk(?:s|ing)?|pummel(?:s|led|ling)?|batter(?:s|ed|ing)?|punish(?:es|ed|ing)?|rattl(?:e|es|ed|ing))(?: down)? (?:the )?$/iu;
const BY = new RegExp(
  String.raw`^ (?:by )?(?:as much as |more than |nearly |about |around |almost |up to |roughly |over |some )?(?<percent>${SHARE})(?! (?:stake|premium|of))`,
  'u',
);
const REACH = 40;

export function causesIn(text: string, instruments: readonly Instrument[]): readonly Paired[] {
  return instruments.flatMap((instrument) => causeOf(text, instrument));
}

function causeOf(text: string, instrument: Instrument): Paired[] {
  if (instrument.kind === 'bare') return [];
  const from = Math.max(0, instrument.start - REACH);
  const before = text.slice(from, instrument.start);
  const direction = LIFT.test(before) ? 'up' : PRESS.test(before) ? 'down' : null;
  if (direction === null) return [];
  const start = from + before.search(direction === 'up' ? LIFT : PRESS);
  if (isUnsure(text.slice(0, start), '')) return [];
  const by = BY.exec(text.slice(instrument.end));
  const percentAt =
    by === null ? null : instrument.end + by[0].length - (by.groups?.['percent'] ?? '').length;
  const move: Move = { start, end: instrument.start, direction, kind: 'verb' };
  return [{ instrument, move, percentAt, from: start, end: instrument.end + (by?.[0].length ?? 0) }];
}
