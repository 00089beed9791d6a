import { type Line, linesOf } from './lines.ts';
import { type Money, moneyIn } from './money.ts';
import { type Name, namedIn, withReferences } from './names.ts';
import { type Percent, percentsIn } from './percents.ts';
import { holding, outside } from './placed.ts';
import { plainText } from './plain-text.ts';
import type { ProposedSource } from './report.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { type SetAside, setAsideIn } from './set-aside.ts';
import { sourceIn } from './source-words.ts';
import { type Speech, speechIn } from './speech.ts';

/**
 * A document as read once, for all that looks for facts in it. Law: every place is one of the document's text, and
 * nothing here lies in what is set aside.
 */
export interface Reading {
  /** Of the same length as the document's text; odd spaces and the breaks of wrapped lines are spaces here. */
  readonly text: string;
  readonly lines: readonly Line[];
  readonly sentences: readonly Sentence[];
  readonly names: readonly Name[];
  readonly money: readonly Money[];
  readonly percents: readonly Percent[];
  readonly speech: readonly Speech[];
  readonly excluded: readonly SetAside[];
  readonly source: ProposedSource;
}

export function readingOf(document: string): Reading {
  const text = plainText(document);
  const lines = linesOf(text);
  const excluded = setAsideIn(text);
  const sentences = sentencesOf(lines, excluded);
  const money = outside(moneyIn(text), excluded);
  const named = namedIn(text, sentences);
  const speech = outside(speechIn({ text, lines, excluded, names: named }), excluded);
  return {
    text,
    lines,
    sentences,
    names: withReferences(named, { text, sentences, speech }),
    money,
    percents: outside(percentsIn(text), excluded),
    speech,
    excluded,
    source: sourceIn({ text, lines, sentences, excluded, names: named }),
  };
}

export function sentenceAt({ sentences }: Reading, at: number): Sentence | null {
  return holding(sentences, at);
}
