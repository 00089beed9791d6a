import { Button, Progress, SegmentedControl } from '@mantine/core';
import { IconChartLine } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Flag } from '#core/signals/flag.ts';
import { explained, sentenceOf } from '#renderer/app/failure.tsx';
import { type Moment, useMoment } from '#renderer/app/moment.ts';
import { TimeChart } from '#renderer/chart/time-chart.tsx';
import { runJob, type Told } from '#renderer/client.ts';
import type { PlumblineError } from '#shared/errors.ts';
import classes from './over-time.module.css';
import {
  type OverTime,
  overTimeNote,
  overTimeSteps,
  overTimeTable,
  verdictOf,
  whenText,
} from './over-time-steps.ts';

interface OverTimeSectionProps {
  readonly flag: Flag;
}

/** The flag at every instant at which something on file changed; worked out when it is asked for. */
export function OverTimeSection({ flag }: OverTimeSectionProps) {
  const [isOpen, setIsOpen] = useState(false);
  if (!isOpen)
    return (
      <Button
        className={classes.open ?? ''}
        variant="default"
        leftSection={<IconChartLine size={15} />}
        onClick={() => setIsOpen(true)}
      >
        Show over time
      </Button>
    );
  return <Running flag={flag} onClose={() => setIsOpen(false)} />;
}

type Axis = OverTime['axis'];

function Running({ flag, onClose }: OverTimeSectionProps & { readonly onClose: () => void }) {
  const [axis, setAxis] = useState<Axis>('as-of');
  const moment = useMoment();
  const { data, error, fraction } = useOverTime(flag, axis, moment);
  return (
    <section className={classes.section} aria-label="Over time">
      <div className={classes.head}>
        <SegmentedControl
          classNames={{ root: classes.switch ?? '', indicator: classes.chosen ?? '' }}
          size="xs"
          aria-label="Time"
          value={axis}
          data={[
            { value: 'as-of', label: 'As of' },
            { value: 'known-at', label: 'Known at' },
          ]}
          onChange={(next) => setAxis(next === 'as-of' ? 'as-of' : 'known-at')}
        />
        <Button variant="subtle" size="compact-xs" onClick={onClose}>
          {data === undefined && error === null ? 'Cancel' : 'Hide'}
        </Button>
      </div>
      {error === null ? null : (
        <p role="alert" className={classes.text}>
          {sentenceOf(error)} {explained(error).action}
        </p>
      )}
      {data === undefined && error === null ? (
        <Progress value={fraction * 100} size="sm" aria-label="Working out the flag at each time" />
      ) : null}
      {data === undefined ? null : <Drawn key={axis} told={data} flag={flag} />}
    </section>
  );
}

/** Stopped when the card is closed; worked out anew after a change of the ledger. */
function useOverTime(flag: Flag, axis: Axis, moment: Moment) {
  const [fraction, setFraction] = useState(0);
  const input = {
    subjectId: flag.subjectId,
    signal: flag.signal,
    measure: flag.measure,
    scopeId: flag.scope.kind === 'total' ? null : flag.scope.id,
    axis,
    ...moment,
  };
  const { data, error } = useQuery<Told<'signals', 'overTime'>, PlumblineError>({
    queryKey: ['signals', 'overTime', input],
    queryFn: ({ signal }) => runJob('signals', 'overTime', input, { signal, onProgress: setFraction }),
  });
  return { data, error, fraction };
}

interface DrawnProps {
  readonly told: Told<'signals', 'overTime'>;
  readonly flag: Flag;
}

function Drawn({ told, flag }: DrawnProps) {
  const { name, unit, thresholds } = flag;
  const [chosen, setChosen] = useState<number | null>(null);
  const steps = useMemo(
    () => overTimeSteps(told, { name, unit, thresholds }),
    [told, name, unit, thresholds],
  );
  const measure = { name, unit, thresholds };
  const point = told.points[chosen ?? told.points.length - 1];
  return (
    <>
      <TimeChart
        title="Over time"
        note={overTimeNote(told, measure)}
        steps={steps}
        table={overTimeTable(told, measure)}
        onPick={setChosen}
        isSmall
      />
      {told.skipped === 0 ? null : (
        <p className={classes.text}>
          {told.looked} of {told.looked + told.skipped} times on file are shown.
        </p>
      )}
      {point === undefined ? null : (
        <div className={classes.point} aria-live="polite">
          <h4 className={classes.when}>
            {whenText(point.at, told.axis)}: {verdictOf(point, unit)}
          </h4>
          <ul className={classes.lines}>
            {[...point.causes.map((cause) => `${cause}.`), ...point.changes].map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          {chosen === null ? <p className={classes.text}>Choose a point to see what changed there.</p> : null}
        </div>
      )}
    </>
  );
}
