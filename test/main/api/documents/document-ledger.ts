import type { WritableLedger } from '#main/ledger/ledger.ts';
import { sha256Of } from '#main/ledger/originals.ts';
import type { documentsTopic, ParsedDocument, Taken } from '#shared/contract/documents.ts';
import type { OutputOf } from '#shared/contract/procedure.ts';
import { newLedger } from '../../ledger/temp-ledger.ts';
import { callingOn } from '../calling.ts';

export type Opened = OutputOf<(typeof documentsTopic)['open']>;
export type Drafted = OutputOf<(typeof documentsTopic)['draft']>;
export type Accepted = OutputOf<(typeof documentsTopic)['accept']>;

export interface DocumentLedger {
  readonly ledger: WritableLedger;
  readonly call: <T>(topic: string, name: string, input: unknown) => Promise<T>;
  /** Takes a text in as a file of that name. */
  readonly take: (text: string, given?: Partial<ParsedDocument> & { readonly as?: string }) => Promise<Taken>;
  readonly open: (sourceId: string | null) => Promise<Opened>;
  readonly draft: (sourceId: string | null, key: string) => Promise<Drafted>;
  readonly accept: (sourceId: string | null, key: string, change?: Change) => Promise<Accepted>;
}

type Change = (draft: Drafted['draft']) => Drafted['draft'];

/** A real ledger file behind the API, as the window and the host call it. */
export function documentLedger(ledger: WritableLedger = newLedger().ledger): DocumentLedger {
  const call = callingOn(ledger);
  const draft: DocumentLedger['draft'] = (sourceId, key) =>
    call('documents', 'draft', { sourceId, of: { from: 'candidate', key } });
  return {
    ledger,
    call,
    draft,
    take: (text, { as, ...given } = {}) => {
      const { document, bytes } = parsed(text, given);
      return call('intake', 'take', { document, bytes, as: as ?? null });
    },
    open: (sourceId) => call('documents', 'open', { sourceId }),
    accept: async (sourceId, key, change = (same) => same) => {
      const { draft: proposed } = await draft(sourceId, key);
      return call('documents', 'accept', { sourceId, key, draft: change(proposed) });
    },
  };
}

/** A text as the parsing process gives it; the bytes are those of the text unless others are given. */
export function parsed(
  text: string,
  given: Partial<ParsedDocument> = {},
  file: string = text,
): { readonly document: ParsedDocument; readonly bytes: Uint8Array } {
  const bytes = Buffer.from(file, 'utf8');
  const document = {
    kind: 'text' as const,
    name: 'article.txt',
    text,
    title: null,
    publisher: null,
    author: null,
    url: null,
    published: null,
    sha256: sha256Of(bytes),
    size: bytes.length,
    ...given,
  };
  return { document, bytes };
}
