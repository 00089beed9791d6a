import { Button } from '@mantine/core';
import { type Flag, thresholdKey } from '#core/signals/flag.ts';
import { useAsk } from '#renderer/app/asking.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { useMoment } from '#renderer/app/moment.ts';
import type { Subject } from '#renderer/app/subject.ts';
import type { Measure, ThresholdList } from '#renderer/parts/evidence/card-context.ts';
import { originText, verdictText } from '#renderer/parts/evidence/flag-words.ts';
import { quantityText } from '#renderer/parts/evidence/quantity-text.ts';
import { showThresholds, useSignalsPlace } from '#renderer/parts/evidence/signals-place.ts';
import classes from './signals.module.css';
import { useSectorOf } from './subject-sector.ts';
import { STEPS } from './threshold-draft.ts';
import { ThresholdEditor } from './threshold-editor.tsx';
import { ThresholdFile } from './threshold-file.tsx';
import { ThresholdHistory } from './threshold-history.tsx';
import { type HeldThresholds, heldBy } from './threshold-scope.ts';

interface ThresholdsTabProps {
  readonly subject: Subject;
  readonly flags: readonly Flag[];
}

/** One row per measure with the thresholds that hold for the subject; a row opens the editor at the right. */
export function ThresholdsTab({ subject, flags }: ThresholdsTabProps) {
  const { measureKey } = useSignalsPlace();
  const list = useAsk('thresholds', 'list', useMoment(), { keepsPrevious: true });
  if (list.error !== null) return <Failure error={list.error} retry={() => void list.refetch()} />;
  if (list.data === undefined) return null;
  const open = list.data.measures.find(({ key }) => key === measureKey);
  return (
    <div className={classes.thresholds} data-panel={open !== undefined || undefined}>
      <ThresholdFile measures={list.data.measures} />
      <MeasureTable list={list.data} subject={subject} flags={flags} openKey={measureKey} />
      <section className={classes.card}>
        <h2 className={classes.cardTitle}>Changes of thresholds</h2>
        <ThresholdHistory items={list.data.history} measures={list.data.measures} />
      </section>
      {open === undefined ? null : (
        <ThresholdEditor
          key={open.key}
          measure={open}
          list={list.data}
          subject={subject}
          onClose={() => showThresholds(null)}
        />
      )}
    </div>
  );
}

interface MeasureTableProps extends ThresholdsTabProps {
  readonly list: ThresholdList;
  readonly openKey: string | null;
}

function MeasureTable({ list, subject, flags, openKey }: MeasureTableProps) {
  const sector = useSectorOf(subject.id);
  return (
    <div className={classes.tableBox}>
      <table className={classes.measures}>
        <caption className="pl-unseen">Thresholds that hold for {subject.name}</caption>
        <thead>
          <tr>
            <th scope="col">Measure</th>
            <th scope="col">Value</th>
            <th scope="col">Watch</th>
            <th scope="col">Warn</th>
            <th scope="col">Critical</th>
            <th scope="col">Set by</th>
            <th scope="col">
              <span className="pl-unseen">Edit</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {list.measures.map((measure) => (
            <MeasureRow
              key={measure.key}
              measure={measure}
              held={heldBy(list, measure, subject.id, sector)}
              flags={flags}
              isOpen={measure.key === openKey}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface MeasureRowProps {
  readonly measure: Measure;
  readonly held: HeldThresholds;
  readonly flags: readonly Flag[];
  readonly isOpen: boolean;
}

function MeasureRow({ measure, held, flags, isOpen }: MeasureRowProps) {
  const flag = flags.find(
    ({ signal, measure: part, scope }) =>
      scope.kind === 'total' && thresholdKey(signal, part) === measure.key,
  );
  return (
    <tr aria-current={isOpen || undefined}>
      <th scope="row">
        {measure.name}
        <span className={classes.question}>{measure.question}</span>
      </th>
      <td>{flag === undefined ? '' : verdictText(flag)}</td>
      {STEPS.map((step) => (
        <td key={step}>{quantityText(held[step], measure.unit)}</td>
      ))}
      <td className={classes.origin}>{originText(held.origin)}</td>
      <td>
        <Button
          variant="default"
          size="compact-xs"
          aria-label={`Edit the thresholds of ${measure.name}`}
          onClick={() => showThresholds(measure.key)}
        >
          Edit
        </Button>
      </td>
    </tr>
  );
}
