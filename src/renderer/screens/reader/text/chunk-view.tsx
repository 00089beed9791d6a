import { memo, useEffect, useRef, useState } from 'react';
import type { Aside } from '../reading.ts';
import { BlockView, TableView } from './block-view.tsx';
import type { Chunk, Item } from './blocks.ts';
import classes from './document-text.module.css';
import type { Covers } from './segments.ts';

interface ChunkProps {
  readonly text: string;
  readonly chunk: Chunk;
  readonly index: number;
  readonly covers: Covers;
  readonly openAsides: ReadonlySet<number>;
  readonly toggleAside: (aside: Aside) => void;
}

/**
 * A part of the document. Words alone while it is far from the window, so that a text of a megabyte opens at once and the
 * browser's own search still finds every word of it.
 */
export const ChunkView = memo(function ChunkView(props: ChunkProps) {
  const { text, chunk, index, covers, openAsides, toggleAside } = props;
  const frame = useRef<HTMLDivElement>(null);
  const isNear = useNear(frame);
  const shown = isNear ? covers : null;
  return (
    <div ref={frame} className={classes.chunk} data-chunk={index}>
      {chunk.items.map((item) => (
        <ItemView
          key={keyOf(item)}
          item={item}
          text={text}
          covers={shown}
          isOpen={item.kind === 'aside' && openAsides.has(item.aside.start)}
          toggleAside={toggleAside}
        />
      ))}
    </div>
  );
}, isSame);

/** What is read anew after every change is the same again for nearly all parts. */
function isSame(before: ChunkProps, after: ChunkProps): boolean {
  return (
    before.text === after.text &&
    before.chunk === after.chunk &&
    before.openAsides === after.openAsides &&
    before.covers.hand === after.covers.hand &&
    isSameList(before.covers.candidates, after.covers.candidates) &&
    isSameList(before.covers.numerals, after.covers.numerals) &&
    isSameList(before.covers.passages, after.covers.passages)
  );
}

function isSameList(before: readonly unknown[], after: readonly unknown[]): boolean {
  return before.length === after.length && before.every((one, at) => one === after[at]);
}

function useNear(frame: React.RefObject<HTMLDivElement | null>): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const root = element.closest('[data-text-pane]');
    const observer = new IntersectionObserver(
      (entries) => setNear(entries.some(({ isIntersecting }) => isIntersecting)),
      { root, rootMargin: '1200px 0px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return isNear;
}

function keyOf(item: Item): number {
  if (item.kind === 'block') return item.block.start;
  const first = item.kind === 'table' ? item.rows[0] : item.blocks[0];
  return first?.start ?? 0;
}

interface ItemProps {
  readonly item: Item;
  readonly text: string;
  readonly covers: Covers | null;
  readonly isOpen: boolean;
  readonly toggleAside: (aside: Aside) => void;
}

function ItemView({ item, text, covers, isOpen, toggleAside }: ItemProps) {
  if (item.kind === 'block') return <BlockView text={text} block={item.block} covers={covers} />;
  if (item.kind === 'table') return <TableView text={text} rows={item.rows} covers={covers} />;
  const { aside, blocks } = item;
  return (
    <section className={classes.aside} aria-label={`Set aside: ${reasonText(aside)}`}>
      <p className={classes.asideHead}>
        <span>
          Set aside: <b>{reasonText(aside)}</b>. Nothing of it is proposed.
        </span>
        <button
          type="button"
          className={classes.fold}
          aria-expanded={isOpen}
          onClick={() => toggleAside(aside)}
        >
          {isOpen ? 'Fold' : blocks.length === 1 ? 'Show the line' : `Show ${blocks.length} lines`}
        </button>
      </p>
      {isOpen
        ? blocks.map((block) => <BlockView key={block.start} text={text} block={block} covers={covers} />)
        : null}
    </section>
  );
}

function reasonText({ reason }: Aside): string {
  return reason.replaceAll('-', ' ');
}
