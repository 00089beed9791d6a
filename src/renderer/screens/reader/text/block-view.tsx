import { Fragment, memo } from 'react';
import { CLASSES } from '../class-words.ts';
import type { Candidate, Stretch } from '../reading.ts';
import { type Block, cellsOf } from './blocks.ts';
import classes from './document-text.module.css';
import { type Covers, type Segment, segmentsOf } from './segments.ts';

interface WordsProps {
  readonly text: string;
  readonly stretch: Stretch;
  /** Null: far from the window, words alone. */
  readonly covers: Covers | null;
}

/**
 * Words of the document with what lies over them. Law: every element that holds words says at which offset they begin
 * (`data-at`) and holds exactly that slice; all else is drawn by the style sheet.
 */
export const Words = memo(function Words({ text, stretch, covers }: WordsProps) {
  if (covers === null) return <span data-at={stretch.start}>{text.slice(stretch.start, stretch.end)}</span>;
  return segmentsOf(text, stretch, covers).map((segment) => (
    <Fragment key={segment.start}>
      {segment.begins.map((candidate) => (
        <Letter key={candidate.key} candidate={candidate} />
      ))}
      <SegmentView text={text} segment={segment} />
    </Fragment>
  ));
});

function SegmentView({ text, segment }: { readonly text: string; readonly segment: Segment }) {
  const { start, end, hidden } = segment;
  if (hidden !== null)
    return (
      <span
        className={classes.hidden}
        data-at={start}
        data-name={hidden.name}
        role="img"
        aria-label={`hidden character ${hidden.name}`}
      />
    );
  const marks = {
    'data-at': start,
    'data-hand': segment.isInHand || undefined,
    'data-numeral': segment.numeral ?? undefined,
    'data-passage': segment.isPassage || undefined,
  };
  const words = text.slice(start, end);
  if (segment.class === null)
    return (
      <span {...marks} className={classes.words}>
        {words}
      </span>
    );
  return (
    <mark
      {...marks}
      className={classes.candidate}
      data-class={segment.class}
      data-state={segment.state}
      data-mark={segment.isMark || undefined}
    >
      {words}
    </mark>
  );
}

const SIGNS = { unread: '', captured: '✓', rejected: '×', 'set-aside': '' } as const;

/** The letter of its class before the words of a candidate, with what became of it. */
function Letter({ candidate }: { readonly candidate: Candidate }) {
  const letter = CLASSES.find(({ id }) => id === candidate.class)?.key.toUpperCase() ?? '';
  return (
    <span
      className={classes.letter}
      aria-hidden
      data-key={candidate.key}
      data-class={candidate.class}
      data-state={candidate.state}
      data-letter={`${letter}${SIGNS[candidate.state]}`}
    />
  );
}

interface BlockProps {
  readonly text: string;
  readonly block: Block;
  readonly covers: Covers | null;
}

export function BlockView({ text, block, covers }: BlockProps) {
  return (
    <p className={classes.block} data-look={block.look} data-apart={block.isApart || undefined} dir="auto">
      <Words text={text} stretch={block} covers={covers} />
    </p>
  );
}

interface TableProps {
  readonly text: string;
  readonly rows: readonly Block[];
  readonly covers: Covers | null;
}

export function TableView({ text, rows, covers }: TableProps) {
  return (
    <div className={classes.tableFrame}>
      <table className={classes.table}>
        <tbody>
          {rows.map((row) => (
            <tr key={row.start}>
              {cellsOf(text, row).map((cell) => (
                <td key={cell.start}>
                  <Words text={text} stretch={cell} covers={covers} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
