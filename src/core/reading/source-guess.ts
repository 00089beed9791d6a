import type { Reliability, SOURCE_KINDS } from '../model/source.ts';

interface Guess {
  readonly kind: (typeof SOURCE_KINDS)[number];
  readonly reliability: Reliability;
}

const UNKNOWN: Guess = { kind: 'other', reliability: 'F' };

/** Looked for at both ends of a text, where releases, letters and blogs name themselves. */
const ENDS = 3_000;

const SIGNS: readonly (readonly [RegExp, Guess])[] = [
  [
    /\b(?:PR ?Newswire|Business ?Wire|GLOBE ?NEWSWIRE|ACCESS Newswire|RNS Number|for immediate release|forward-looking statements)\b/iu,
    { kind: 'company-release', reliability: 'B' },
  ],
  [/\bForm (?:10-[KQ]|8-K|20-F|6-K|S-1|F-1)\b/u, { kind: 'filing', reliability: 'F' }],
  [
    /\b(?:earnings call|conference call) transcript\b|\bOperator:\s/iu,
    { kind: 'interview', reliability: 'F' },
  ],
  [
    /\b(?:this|our|the) newsletter\b|\bsubscribe to (?:our|the|this)\b.*\bnewsletter\b/iu,
    { kind: 'newsletter', reliability: 'F' },
  ],
  [/\b\d+ min read\b|\b(?:this|my|our) blog\b|\bblog post\b/iu, { kind: 'blog', reliability: 'F' }],
  [
    /\b(?:Reuters|Bloomberg|Associated Press|\(AP\)|AFP|Press Association)\b/u,
    { kind: 'press', reliability: 'F' },
  ],
  [/^By \p{Lu}\p{Ll}+ \p{Lu}/mu, { kind: 'press', reliability: 'F' }],
];

/**
 * What kind of document a text is by its own signs. Modest: how far it can be relied on is for the analyst to say, but
 * for what a company puts its name to.
 */
export function guessSource(text: string): Guess {
  const ends = text.length <= 2 * ENDS ? text : `${text.slice(0, ENDS)}\n${text.slice(-ENDS)}`;
  return SIGNS.find(([sign]) => sign.test(ends))?.[1] ?? UNKNOWN;
}
