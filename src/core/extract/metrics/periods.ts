import type { Masked } from '../masked.ts';
import { type Placed, within } from '../placed.ts';
import type { ProposedDate } from '../report.ts';
import type { Finding } from './finding.ts';

const PER =
  /^ ?(?:in [\p{L}-]+ )?(?<period>annually|quarterly|monthly|weekly|daily|yearly|(?:a|per|each|every) (?:year|quarter|month|week|day|annum|half)|run[- ]rate)/iu;
const SPAN =
  /(?<![\p{L}-])(?:(?:the )?(?:last|latest|previous|prior|current|first|second|third|fourth|final|full|half|fiscal|same|three|six|nine|twelve|[1-4]Q|Q[1-4]|H[12])[- ](?:financial |fiscal )?(?:year|quarter|half|half-year|months?)|full-year|half-year|first-half|second-half|first-quarter|second-quarter|third-quarter|fourth-quarter|annual|annuali[sz]ed|quarterly|monthly|weekly|(?:January|April|July|October|March|June|September|December)(?:-(?:March|June|September|December))? quarter|a year (?:earlier|ago|before)|(?:this|last|next) (?:year|quarter|month))(?![\p{L}-])/giu;
const AFTER_REACH = 60;

/** The period of a figure in the words of the text; null where none stands with it. */
export function periodOf(
  { quantity, said }: Finding,
  masked: Masked,
  dates: readonly ProposedDate[],
): string | null {
  const { text } = masked.sentence;
  const per = PER.exec(text.slice(quantity.end))?.groups?.['period'];
  if (per !== undefined) return per;
  const spans = [...spansIn(text), ...within(dates, masked).map((date) => placedIn(masked, date))];
  const after = nearestAfter(spans, quantity.end, text);
  if (after !== null) return shown(text, after);
  const from = Math.min(said.start, quantity.start);
  const between = spans.find(
    ({ start, end }) =>
      start >= from - 30 && end <= quantity.start && !/[;.]/u.test(text.slice(end, quantity.start)),
  );
  if (between !== undefined) return shown(text, between);
  const before = spans.findLast(
    ({ end }) => end <= from && !/[;]/u.test(text.slice(end, from)) && from - end <= 80,
  );
  return before === undefined ? null : shown(text, before);
}

function spansIn(text: string): readonly Placed[] {
  return [...text.matchAll(SPAN)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function placedIn(masked: Masked, { start, end }: Placed): Placed {
  return { start: start - masked.start, end: end - masked.start };
}

/** The longest of the first that stand after, before another figure does. */
function nearestAfter(spans: readonly Placed[], from: number, text: string): Placed | null {
  const near = spans.filter(({ start }) => start >= from && start - from <= AFTER_REACH);
  const first = near.toSorted((a, b) => a.start - b.start || b.end - a.end)[0];
  if (first === undefined) return null;
  const gap = text.slice(from, first.start);
  return /[.;]|\d|\b(?:from|but|while|compared|versus|and)\b/iu.test(gap) ? null : first;
}

function shown(text: string, { start, end }: Placed): string {
  return text
    .slice(start, end)
    .replace(/^(?:the|by the) /iu, (lead) => (lead.toLowerCase() === 'by the ' ? lead : ''))
    .trim();
}
