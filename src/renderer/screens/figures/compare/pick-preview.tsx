import { IconArrowRight } from '@tabler/icons-react';
import { useAsk } from '#renderer/app/asking.ts';
import { sentenceOf } from '#renderer/app/failure.tsx';
import { useMoment } from '#renderer/app/moment.ts';
import type { Subject } from '#renderer/app/subject.ts';
import type { Told } from '#renderer/client.ts';
import { quantityText } from '#renderer/parts/evidence/quantity-text.ts';
import { SeverityBadge } from '#renderer/parts/evidence/severity-badge.tsx';
import classes from './compare.module.css';

type Moved = Told<'figures', 'previewPick'>['moved'][number];

interface PickPreviewProps {
  readonly subject: Subject;
  readonly figureId: string;
}

/** Which signals would say something else, before anything is saved. */
export function PickPreview({ subject, figureId }: PickPreviewProps) {
  const moment = useMoment();
  const { data, error } = useAsk('figures', 'previewPick', { subjectId: subject.id, figureId, ...moment });
  return (
    <section className={classes.preview} aria-live="polite" aria-label="What would change">
      {error === null ? null : <p className={classes.problem}>{sentenceOf(error)}</p>}
      {error === null && data === undefined ? (
        <p className={classes.text}>Working out what would change…</p>
      ) : null}
      {data === undefined ? null : (
        <>
          <p className={classes.text}>
            <strong>{movedText(data.moved.length)}</strong>{' '}
            {data.unchanged === 1 ? '1 stays as it is.' : `${data.unchanged} stay as they are.`}
          </p>
          <ul className={classes.moved}>
            {data.moved.map((moved) => (
              <li key={`${moved.name} ${moved.scope}`}>
                <span>
                  {moved.name}
                  {moved.scope === 'total' ? '' : `, ${moved.scope}`}
                </span>
                <Move moved={moved} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Move({ moved }: { readonly moved: Moved }) {
  const { before, after, valueBefore, valueAfter, unit } = moved;
  return (
    <span className={classes.move}>
      <span>{valueBefore === null ? '' : quantityText(valueBefore, unit)}</span>
      {before === null ? <span>no flag</span> : <SeverityBadge severity={before} />}
      <IconArrowRight size={14} aria-label="becomes" />
      <span>{valueAfter === null ? '' : quantityText(valueAfter, unit)}</span>
      {after === null ? <span>no flag</span> : <SeverityBadge severity={after} />}
    </span>
  );
}

function movedText(count: number): string {
  if (count === 0) return 'No signal would change.';
  return count === 1 ? '1 signal would change.' : `${count} signals would change.`;
}
