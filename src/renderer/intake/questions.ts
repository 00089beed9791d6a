import type { Taken } from '#shared/contract/documents.ts';
import type { Incoming } from './take-in.ts';

/** What only the analyst knows of a document on its way in; asked in a window, one question at a time. */
export type Question =
  | {
      readonly ask: 'encoding';
      readonly document: Incoming;
      readonly answer: (encoding: string | null) => void;
    }
  | {
      readonly ask: 'source';
      readonly name: string;
      readonly taken: Taken;
      /** `new`, or the id of the source that it is a newer text of. */
      readonly answer: (as: string | null) => void;
    }
  /** The words that were pasted or are to be typed, with those already there. */
  | { readonly ask: 'words'; readonly start: string; readonly answer: (words: string | null) => void };

const listeners = new Set<() => void>();
let asked: Question | null = null;

function change(next: Question | null): void {
  asked = next;
  for (const listener of listeners) listener();
}

export function subscribeQuestions(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function questionAsked(): Question | null {
  return asked;
}

type AskedOf<A> = (answer: (given: A | null) => void) => Question;

function put<A>(question: AskedOf<A>): Promise<A | null> {
  return new Promise((resolve) => {
    change(
      question((given) => {
        change(null);
        resolve(given);
      }),
    );
  });
}

export function askEncoding(document: Incoming): Promise<string | null> {
  return put<string>((answer) => ({ ask: 'encoding', document, answer }));
}

export function askWhichSource(name: string, taken: Taken): Promise<string | null> {
  return put<string>((answer) => ({ ask: 'source', name, taken, answer }));
}

export function askWords(start: string): Promise<string | null> {
  return put<string>((answer) => ({ ask: 'words', start, answer }));
}
