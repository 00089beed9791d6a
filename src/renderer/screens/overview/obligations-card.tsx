import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useAsk } from '#renderer/app/asking.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { useGoTo } from '#renderer/app/go-to.ts';
import { useMoment } from '#renderer/app/moment.ts';
import { YearChart } from '#renderer/chart/year-chart.tsx';
import type { ObligationsReport } from '#shared/contract/schedules.ts';
import { obligationBars, obligationNote, obligationTable } from './obligation-bars.ts';
import classes from './overview.module.css';

const TITLE = 'Obligations by year against projected revenue';

interface ObligationsCardProps {
  readonly subjectId: string;
  /** Opens the flag that these numbers come from. */
  readonly onPick: () => void;
}

/** When the promises fall due and what there is to pay them with: the numbers of the signal, year by year. */
export function ObligationsCard({ subjectId, onPick }: ObligationsCardProps) {
  const { data, error, refetch } = useAsk(
    'schedules',
    'obligations',
    { subjectId, ...useMoment() },
    { keepsPrevious: true },
  );
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <h2 className={classes.cardTitle}>{TITLE}</h2>;
  return data.years.length === 0 ? (
    <NothingDue missing={data.missing} />
  ) : (
    <Drawn obligations={data} onPick={onPick} />
  );
}

interface DrawnProps {
  readonly obligations: ObligationsReport;
  readonly onPick: () => void;
}

function Drawn({ obligations, onPick }: DrawnProps) {
  const bars = useMemo(() => obligationBars(obligations), [obligations]);
  return (
    <>
      <YearChart
        title={TITLE}
        note={obligationNote(obligations)}
        bars={bars}
        table={obligationTable(obligations)}
        onPick={onPick}
      />
      <details className={classes.dim}>
        <summary>What is assumed</summary>
        {obligations.notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </details>
    </>
  );
}

function NothingDue({ missing }: { readonly missing: readonly string[] }) {
  const goTo = useGoTo();
  return (
    <div className={classes.noChart}>
      <h2 className={classes.cardTitle}>{TITLE}</h2>
      <p className={classes.dim}>Nothing can be laid out by year yet. Missing: {missing.join('; ')}.</p>
      <Button variant="default" onClick={() => goTo('figures')}>
        Open figures
      </Button>
    </div>
  );
}
