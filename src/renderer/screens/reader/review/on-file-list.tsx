import { IconAlertTriangle, IconArrowsDiff, IconCircleCheck, IconEqual } from '@tabler/icons-react';
import { useState } from 'react';
import { nounOf } from '#core/model/nouns.ts';
import { useOpenEntry } from '#renderer/app/go-to.ts';
import classes from './on-file-list.module.css';
import type { OnFile } from './use-draft.ts';

type Line = OnFile[number];

const VERDICTS = {
  contradicts: { label: 'Contradicts', icon: IconAlertTriangle },
  differs: { label: 'Differs', icon: IconArrowsDiff },
  same: { label: 'The same', icon: IconEqual },
  agrees: { label: 'Agrees', icon: IconCircleCheck },
} as const satisfies Readonly<Record<Line['verdict'], unknown>>;
const ORDER: readonly Line['verdict'][] = ['contradicts', 'same', 'differs', 'agrees'];
const FIRST = 3;

/** What the ledger says already on the same matter, what contradicts first, each with its reason in words. */
export function OnFileList({ onFile }: { readonly onFile: OnFile }) {
  const [isWhole, setWhole] = useState(false);
  const ordered = [...onFile].sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
  const contradicting = ordered.filter(({ verdict }) => verdict === 'contradicts').length;
  const lines = isWhole ? ordered : ordered.slice(0, FIRST);
  return (
    <section className={classes.box} aria-label="What the ledger says">
      <h3 className={classes.heading}>What the ledger says</h3>
      {contradicting === 0 ? null : (
        <p className={classes.alarm} role="alert">
          <IconAlertTriangle size={15} aria-hidden />
          {contradicting === 1
            ? 'One entry on file contradicts this.'
            : `${contradicting} entries on file contradict this.`}
        </p>
      )}
      {ordered.length === 0 ? <p className={classes.none}>Nothing on file on this matter.</p> : null}
      <ul className={classes.list}>
        {lines.map((line) => (
          <OnFileLine key={line.id} line={line} />
        ))}
      </ul>
      {ordered.length <= FIRST ? null : (
        <button type="button" className={classes.more} onClick={() => setWhole(!isWhole)}>
          {isWhole ? 'Show fewer' : `Show ${ordered.length - FIRST} more`}
        </button>
      )}
    </section>
  );
}

function OnFileLine({ line: { id, noun, line, verdict, why } }: { readonly line: Line }) {
  const openEntry = useOpenEntry();
  const { label, icon: Icon } = VERDICTS[verdict];
  return (
    <li className={classes.item} data-verdict={verdict}>
      <span className={classes.verdict}>
        <Icon size={14} aria-hidden /> {label}
      </span>
      <button
        type="button"
        className={classes.line}
        title={`Open this ${nounOf(noun).label.toLowerCase()}`}
        onClick={() => openEntry(id)}
      >
        {line}
      </button>
      <span className={classes.why}>{why}</span>
    </li>
  );
}
