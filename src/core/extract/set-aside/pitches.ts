import { isProse, type Line } from '../lines.ts';
import { bare, fill, type Marks } from './rules.ts';

const PITCH =
  /^(?:if you want to (?:understand|learn|know|read) more\b.*|join (?:the |our )?(?:developers|community|thousands|investors|professionals|members|waitlist)\b.*|why (?:invest in|choose|join|subscribe)\b.*|start (?:now|today|your (?:free )?trial)\b.*|buy now\b.*|enrol(?:l)? (?:now|today)\b.*|limited[- ]time offer\b.*|ready to (?:start|learn|level up|get started|take)\b.*|get started (?:now|today|for free)\b.*|book a (?:demo|call)\b.*|(?:claim|unlock|grab) your\b.*|download (?:our|the) (?:app|free|guide|report)\b.*|should you (?:invest|buy)\b.*\?|where to invest\b.*|before you (?:buy|invest|consider)\b.*|want to (?:learn|know) more\b.*|.{2,60}\bis hiring\b.{0,120}|we[’']?(?:re| are) hiring\b.*)$/iu;
/** A pitch stands near the end; earlier the same words may be the article's own. */
const PITCH_FROM = 0.6;
const LONG = 240;

export function markPitch(lines: readonly Line[], marks: Marks): void {
  const length = lines.at(-1)?.end ?? 0;
  const from = lines.findIndex(
    ({ text, start }, at) =>
      marks[at] === null && start >= PITCH_FROM * length && text.length < LONG * 2 && PITCH.test(bare(text)),
  );
  if (from < 0) return;
  const resumes = lines.findIndex(
    (line, at) =>
      at > from && isProse(line) && line.text.length >= LONG && !SELLS.test(line.text.slice(0, 600)),
  );
  fill(marks, { from, until: resumes < 0 ? lines.length : resumes }, 'advertisement');
}

/** What only an advertisement says. */
const SELLS =
  /\b(?:register (?:now|today|here)|sign up (?:now|today|here|before|by|for free)|terms (?:and conditions )?apply|t&cs apply|use (?:the )?(?:promo )?code [A-Z0-9]+|\d+% off (?:your|all|with|the)|(?:free|risk-free)[- ]trial|grab (?:my|our|your|a copy)|my (?:e-?book|course|book)\b|(?:is|are|we[’']re|now) hiring|hiring\?|text [A-Z]+ to \d+|book (?:a (?:demo|site visit|call|viewing)|your (?:place|seat|tickets?))|buy now|shop now|order now|click here|learn more at|limited[- ]time|special offer|enter (?:our|the) competition|for subscribers, [$£€]|per post|our analyst team|best stocks (?:to buy|for)|stock advis[eo]r returns|returns as of|money-back|no credit card|early[- ]bird|get tickets|tickets (?:from|start)|was [$£€]\d+\)|webinar \||see our jobs|cancel any ?time|win a\b[^.!?]{0,60}\bworth)/iu;
/** Speaks to the reader. */
const TO_READER =
  /\b(?:you|your|yours|register|book|grab|win|reach|enter|join|get|save|try|shop|subscribers?|see our|from [$£€]0)\b/iu;
const LONGEST = 420;

/** Single paragraphs that sell something to the reader. */
export function markAdvertisements(lines: readonly Line[], marks: Marks): void {
  for (const [at, { text, kind }] of lines.entries()) {
    if (marks[at] !== null || kind === 'blank' || text.length > LONGEST || /[“”]/u.test(text)) continue;
    if (SELLS.test(text) && TO_READER.test(text)) marks[at] = 'advertisement';
    else if (
      /\b[a-z-]+\.(?:example|com|co|io|net|org)(?:\/\S*)?$/u.test(text) &&
      TO_READER.test(text) &&
      text.length < 200
    )
      marks[at] = 'advertisement';
  }
}

const UNIT_PRICE =
  /[$£€]\s?\d[\d.,]*(?:\s*\([^)]{0,40}\))?\s*(?:per|\/|a)\s*(?:1[kK]|1,000|1M|million|thousand)?\s*(?:tokens?|words|credits|requests|queries|API calls|seats?|users?|minutes?|images?)\b/u;

/** What a service charges per use is no fact of the deal. */
export function markPriceList(lines: readonly Line[], marks: Marks): void {
  for (const [at, line] of lines.entries())
    if (
      marks[at] === null &&
      (line.kind === 'item' || line.kind === 'row') &&
      UNIT_PRICE.test(line.text.slice(0, LONGEST))
    )
      marks[at] = 'price-list';
}
