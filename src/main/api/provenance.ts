import { wordsOf } from '#main/ledger/words-of.ts';
import type { provenanceTopic } from '#shared/contract/provenance.ts';
import type { Handlers } from './handlers.ts';

export const provenanceHandlers = {
  words: ({ ledger }, { id, knownAt }) => wordsOf(ledger, id, knownAt),
} satisfies Handlers<{ provenance: typeof provenanceTopic }>['provenance'];
