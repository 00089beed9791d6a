import { useDebouncedValue } from '@mantine/hooks';
import { useEffect } from 'react';
import { queryClient, useAsk } from '#renderer/app/asking.ts';
import { type Moment, useMoment } from '#renderer/app/moment.ts';
import { call, type Told } from '#renderer/client.ts';
import type { Hand, Reading } from '../reading.ts';
import { correctedDraft, type Edits } from './draft-texts.ts';

/** What something in hand would become, and what the ledger says on it. */
export type DraftTold = Told<'documents', 'draft'>;
export type OnFile = DraftTold['onFile'];

export type DraftInput = Parameters<typeof call<'documents', 'draft'>>[2];

/** Null for what no entry is made of: captured, rejected, a numeral, a passage. */
export function draftInput(
  { id, candidates }: Reading,
  hand: Hand | null,
  moment: Moment,
): DraftInput | null {
  if (hand?.kind === 'words') {
    const { start, end, as } = hand;
    return { sourceId: id, of: { from: 'words', start, end, as }, ...moment };
  }
  if (hand?.kind !== 'candidate') return null;
  const candidate = candidates.find(({ key }) => key === hand.key);
  if (candidate?.state !== 'unread') return null;
  return { sourceId: id, of: { from: 'candidate', key: hand.key }, ...moment };
}

/** The draft as the ledger stands now: what was read before the last command is asked for again. */
export function freshDraft(input: DraftInput): Promise<DraftTold> {
  return queryClient.fetchQuery(queryOf(input));
}

function queryOf(input: DraftInput) {
  return {
    queryKey: ['documents', 'draft', input],
    queryFn: ({ signal }: { readonly signal: AbortSignal }) => call('documents', 'draft', input, signal),
    staleTime: Number.POSITIVE_INFINITY,
  };
}

export interface Drafting {
  readonly told: DraftTold | null;
  readonly error: Error | null;
  /** On the draft as it is corrected at this moment. */
  readonly onFile: OnFile;
}

const NO_INPUT: DraftInput = { sourceId: '', of: { from: 'candidate', key: '' }, asOf: null, knownAt: null };

/** Asks for the draft of what is in hand, and beforehand for the one that will come next. */
export function useDraft(input: DraftInput | null, next: DraftInput | null, edits: Edits): Drafting {
  const { data, error } = useAsk('documents', 'draft', input ?? NO_INPUT, { enabled: input !== null });
  const nextKey = JSON.stringify(next);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text of the request stands for it.
  useEffect(() => {
    if (next !== null) void queryClient.prefetchQuery(queryOf(next));
  }, [nextKey]);
  const told = input === null ? null : (data ?? null);
  const [settled] = useDebouncedValue(edits, 250);
  const isEdited = settled === edits && (Object.keys(edits.texts).length > 0 || edits.entities !== null);
  const corrected = told === null || !isEdited ? null : correctedDraft(told.draft, edits);
  const draft = corrected !== null && 'ok' in corrected ? corrected.ok : null;
  const { data: compared } = useAsk(
    'documents',
    'compare',
    { sourceId: input?.sourceId ?? '', draft: draft ?? told?.draft ?? EMPTY, ...useMoment() },
    { enabled: draft !== null, keepsPrevious: true },
  );
  return {
    told,
    error: input === null ? null : error,
    onFile: draft !== null && compared !== undefined ? compared : (told?.onFile ?? []),
  };
}

const EMPTY: DraftTold['draft'] = {
  as: 'figure',
  fields: {},
  amount: null,
  entities: [],
  dealId: null,
  passage: { start: 0, end: 1 },
};
