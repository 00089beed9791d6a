import { useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useRef } from 'react';
import { useAsk } from '#renderer/app/asking.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { useOpenEntry, useShownEntry } from '#renderer/app/go-to.ts';
import { useMoment } from '#renderer/app/moment.ts';
import type { PlaceSearch } from '#renderer/app/router.tsx';
import { ReaderHead } from './head/reader-head.tsx';
import { KeysLegend } from './keys-legend.tsx';
import { NoText } from './no-text.tsx';
import { Orphans } from './orphans.tsx';
import classes from './reader.module.css';
import { onReaderKey } from './reader-keys.ts';
import type { Reading } from './reading.ts';
import { ReviewPanel } from './review/review-panel.tsx';
import { type Review, useReview } from './review/use-review.ts';
import { DocumentText, type TextHandle } from './text/document-text.tsx';

/** After so long a long text is asked for again. */
const STILL_READING_MS = 500;

/** A document as the analyst reads it: its words with what they propose, and the review of each at the right. */
export function ReaderScreen() {
  const { sourceId = '' } = useParams({ strict: false }) as { readonly sourceId?: string };
  const { data, error, dataUpdatedAt, refetch } = useAsk(
    'documents',
    'open',
    { sourceId, ...useMoment() },
    { againAfter: ({ isReading }) => (isReading ? STILL_READING_MS : false) },
  );
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <p className={classes.waiting}>Reading the document …</p>;
  return <Reader key={sourceId} told={data} answeredAt={dataUpdatedAt} />;
}

interface ReaderProps {
  readonly told: Reading;
  readonly answeredAt: number;
}

function Reader({ told, answeredAt }: ReaderProps) {
  const { passage, at } = useSearch({ strict: false }) as PlaceSearch;
  const text = useRef<TextHandle>(null);
  const panel = useRef<HTMLElement>(null);
  const openEntry = useOpenEntry();
  const isCovered = useShownEntry() !== null;
  const review = useReview({
    told,
    answeredAt,
    first: { passage: passage ?? null, at: at === undefined ? null : Number(at) },
    focusText: useCallback(() => text.current?.focus(), []),
    focusForm: useCallback(() => focusBox(panel.current), []),
  });
  useEffect(() => text.current?.focus(), []);
  const open = () => {
    const id = firstEntryOf(review);
    if (id !== null) openEntry(id);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the whole reader are read here.
    <div
      className={classes.reader}
      data-covered={isCovered || undefined}
      onKeyDown={(event) => onReaderKey(event, { review, selection: text.current, openEntry: open })}
    >
      <ReaderHead review={review} />
      <div className={classes.columns}>
        {review.reading.text === null ? (
          <NoText review={review} />
        ) : (
          <DocumentText
            ref={text}
            reading={review.reading}
            text={review.reading.text}
            candidates={review.shown}
            hand={review.stretch}
            onPlace={review.takeAt}
            onMake={
              review.canWrite
                ? (as, words) => {
                    review.make(as, words);
                    text.current?.clear();
                  }
                : null
            }
            onRest={review.canWrite && review.drafting.told !== null ? restOn(review) : null}
          >
            <Orphans review={review} />
          </DocumentText>
        )}
        <ReviewPanel ref={panel} review={review} />
      </div>
      <KeysLegend />
      <p className="pl-unseen" role="status" aria-live="polite">
        {review.said}
      </p>
    </div>
  );
}

function restOn(review: Review): (stretch: { readonly start: number; readonly end: number }) => void {
  return ({ start, end }) => review.setEdits({ ...review.edits, passage: { start, end } });
}

/** A box that does not fit comes first. */
function focusBox(panel: HTMLElement | null): void {
  requestAnimationFrame(() => {
    const form = panel?.querySelector('[data-draft-form]');
    const box =
      form?.querySelector<HTMLElement>('[aria-invalid="true"]') ??
      form?.querySelector<HTMLElement>('input, textarea, select');
    box?.focus();
  });
}

function firstEntryOf({ hand, reading }: Review): string | null {
  if (hand?.kind === 'candidate')
    return reading.candidates.find(({ key }) => key === hand.key)?.entryIds[0] ?? null;
  if (hand?.kind !== 'passage') return null;
  return reading.passages.find(({ id }) => id === hand.id)?.rests[0]?.id ?? null;
}
