import { writeFile } from 'node:fs/promises';
import { findOriginal, readBytes } from '#main/ledger/originals.ts';
import type { documentsTopic, intakeTopic } from '#shared/contract/documents.ts';
import { PlumblineError } from '#shared/errors.ts';
import type { Handlers } from '../handlers.ts';
import { makeTicket } from '../ledger.ts';
import { acceptDraft, rejectStretches } from './accept.ts';
import { findSource } from './document.ts';
import { draftEntry } from './draft.ts';
import { listOnFile } from './on-file.ts';
import { listWithCoverage, openDocument } from './open.ts';
import { citeOrigin } from './origins.ts';
import { takeDocument } from './take.ts';

export const documentsHandlers: Handlers<{ documents: typeof documentsTopic }>['documents'] = {
  list: (context, { asOf, ...page }) => listWithCoverage(context, { ...page, asOf: asOf ?? context.today }),
  open: (context, { sourceId, asOf, knownAt }) =>
    openDocument(context, sourceId, { asOf: asOf ?? context.today, knownAt }),
  draft: (context, { asOf, knownAt, ...asked }) =>
    draftEntry(context, asked, { asOf: asOf ?? context.today, knownAt }),
  compare: ({ ledger, today }, { sourceId, draft, asOf, knownAt }) => {
    const source = findSource(ledger, sourceId, knownAt);
    return [...listOnFile(ledger, { draft, source, asOf: asOf ?? today, knownAt })];
  },
  accept: ({ ledger }, order) => acceptDraft(ledger, order),
  reject: ({ ledger }, order) => rejectStretches(ledger, order),
  cite: ({ ledger }, { sourceId, origin }) => citeOrigin(ledger, sourceId, origin),
  original: async ({ ledger, runFolder }, { sourceId, knownAt }) => {
    const original = findOriginal(ledger, sourceId, knownAt);
    if (original === null)
      throw new PlumblineError('ENTRY_MISSING', ['The ledger holds no file of this source.']);
    const bytes = readBytes(ledger, original);
    return makeTicket(runFolder, original.name, (path) => writeFile(path, bytes, { mode: 0o600 }));
  },
};

export const intakeHandlers: Handlers<{ intake: typeof intakeTopic }>['intake'] = {
  take: ({ ledger }, order) => takeDocument(ledger, order),
};
