import { forwardRef, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react';
import type { Aside, Candidate, Reading, Stretch } from '../reading.ts';
import { chunksOf } from './blocks.ts';
import { ChunkView } from './chunk-view.tsx';
import classes from './document-text.module.css';
import { type Covers, coversByChunk } from './segments.ts';
import { SelectionTools } from './selection-tools.tsx';
import { elementAt, offsetOf } from './text-places.ts';
import { type TextSelection, useTextSelection } from './use-text-selection.ts';

export interface TextHandle extends TextSelection {
  readonly focus: () => void;
}

interface DocumentTextProps {
  readonly reading: Reading;
  readonly text: string;
  /** Those to mark; the filters leave out the others. */
  readonly candidates: readonly Candidate[];
  readonly hand: Stretch | null;
  /** A click on words, by its offset. */
  readonly onPlace: (place: number) => void;
  /** Null where nothing can be written. */
  readonly onMake: ((as: Candidate['class'], stretch: Stretch) => void) | null;
  /** Rests what is in hand on other words; null where nothing is. */
  readonly onRest: ((stretch: Stretch) => void) | null;
  readonly children?: React.ReactNode;
}

/** The document as text, never as HTML: candidates, numerals and passages marked, what is set aside folded with its reason. */
export const DocumentText = forwardRef<TextHandle, DocumentTextProps>(function DocumentText(props, handle) {
  const { reading, text, candidates, hand, onPlace, onMake, onRest, children } = props;
  const pane = useRef<HTMLElement>(null);
  const { setAside, numerals, passages } = reading;
  const chunks = useMemo(() => chunksOf(text, setAside), [text, setAside]);
  const covers = useMemo(
    () => coversByChunk(chunks, { candidates, numerals, passages }),
    [chunks, candidates, numerals, passages],
  );
  const { openAsides, toggleAside } = useAsides(setAside, hand);
  const selection = useTextSelection({ pane, chunks, text, hand });
  useImperativeHandle(handle, () => ({
    ...selection,
    focus: () => pane.current?.focus({ preventScroll: true }),
  }));
  useShown(pane, chunks, hand);
  const click = (event: React.MouseEvent) => {
    const { current } = pane;
    if (current === null || selection.stretch !== null || !(event.target instanceof Node)) return;
    const { anchorNode = null, anchorOffset = 0 } = getSelection() ?? {};
    const place = offsetOf(current, anchorNode ?? event.target, anchorOffset);
    if (place !== null && isWords(event.target)) onPlace(place);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the reader reach all that a click does.
    <section
      ref={pane}
      className={classes.pane}
      data-text-pane
      aria-label="Text of the document"
      aria-describedby="reader-keys"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keys of the review are given here.
      tabIndex={0}
      onClick={click}
    >
      <div className={classes.measure}>
        {chunks.map((chunk, index) => (
          <ChunkView
            key={chunk.start}
            {...{ text, chunk, index, openAsides, toggleAside }}
            covers={{ ...(covers[index] ?? NONE), hand: overlap(chunk, hand) }}
          />
        ))}
        {children}
        <SelectionTools selection={selection} onMake={onMake} onRest={onRest} />
      </div>
    </section>
  );
});

const NONE: Omit<Covers, 'hand'> = { candidates: [], numerals: [], passages: [] };

function overlap({ start, end }: Stretch, hand: Stretch | null): Stretch | null {
  return hand !== null && hand.start < end && hand.end > start ? hand : null;
}

function isWords(target: Node): boolean {
  return target instanceof HTMLElement && target.closest('[data-at], [data-key]') !== null;
}

/**
 * Short ones stand open; what is in hand is never folded away. The set stays the same one from step to step, or every part of
 * a long text would be drawn anew.
 */
function useAsides(setAside: readonly Aside[], hand: Stretch | null) {
  const [toggled, setToggled] = useState<ReadonlySet<number>>(new Set());
  const chosen = useMemo(
    () =>
      new Set(
        setAside
          .filter(({ start, end }) => end - start <= LONGEST_OPEN !== toggled.has(start))
          .map(({ start }) => start),
      ),
    [setAside, toggled],
  );
  const inHand = setAside.find((aside) => overlap(aside, hand) !== null)?.start ?? null;
  const openAsides = useMemo(
    () => (inHand === null || chosen.has(inHand) ? chosen : new Set([...chosen, inHand])),
    [chosen, inHand],
  );
  const [toggleAside] = useState(() => ({ start }: Aside) => {
    setToggled((before) => {
      const next = new Set(before);
      if (!next.delete(start)) next.add(start);
      return next;
    });
  });
  return { openAsides, toggleAside };
}

const LONGEST_OPEN = 240;

/** Brings what is in hand into sight, once its part of the text is laid out. */
function useShown(
  pane: React.RefObject<HTMLElement | null>,
  chunks: ReturnType<typeof chunksOf>,
  hand: Stretch | null,
): void {
  const start = hand?.start ?? null;
  useEffect(() => {
    const { current } = pane;
    if (current === null || start === null) return;
    const show = () => elementAt(current, chunks, start)?.scrollIntoView({ block: 'nearest' });
    show();
    const later = setTimeout(show, 120);
    return () => clearTimeout(later);
  }, [pane, chunks, start]);
}
