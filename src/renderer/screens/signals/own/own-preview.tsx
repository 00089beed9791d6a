import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { headlineOf } from '#core/quantities/interval.ts';
import type { Thresholds } from '#core/signals/flag.ts';
import { sentenceOf } from '#renderer/app/failure.tsx';
import { useMoment } from '#renderer/app/moment.ts';
import { instantText } from '#renderer/app/numbers.ts';
import { type ChartTable, textCell } from '#renderer/chart/chart-table.ts';
import { evenWithinDay } from '#renderer/chart/even-steps.ts';
import { toneOf } from '#renderer/chart/palette.ts';
import { TimeChart } from '#renderer/chart/time-chart.tsx';
import type { TimeSteps } from '#renderer/chart/time-steps.ts';
import { type Asked, runJob, type Told } from '#renderer/client.ts';
import {
  headlineText,
  intervalText,
  quantityText,
  rangeText,
} from '#renderer/parts/evidence/quantity-text.ts';
import { SeverityBadge } from '#renderer/parts/evidence/severity-badge.tsx';
import { severityLabel } from '#renderer/parts/evidence/severity-words.ts';
import { thresholdLines } from '#renderer/parts/evidence/threshold-lines.ts';
import type { PlumblineError } from '#shared/errors.ts';
import type { measuredOf, Preview } from './own-draft.ts';
import classes from './own-signals.module.css';

type Measured = NonNullable<ReturnType<typeof measuredOf>>;

interface OwnPreviewProps {
  /** Null: there is nothing to preview yet, and `wanting` says why. */
  readonly measured: Measured | null;
  readonly wanting: string;
  readonly subject: { readonly id: string; readonly name: string };
}

/** What the draft gives: for each company now, and for the one that is looked at over the changes of the ledger. */
export function OwnPreview({ measured, wanting, subject }: OwnPreviewProps) {
  const { data, error, isFetching } = usePreview(measured, subject.id);
  const isShown = measured !== null && error === null && data !== undefined && data.problem === null;
  return (
    <section className={classes.preview} aria-label="Preview" aria-busy={isFetching}>
      <h3 className={classes.heading}>Preview, nothing is saved</h3>
      {measured === null ? <p className={classes.dim}>{wanting}</p> : null}
      {measured === null || error === null ? null : <p className={classes.said}>{sentenceOf(error)}</p>}
      {isShown ? <Shown preview={data} measured={measured} subject={subject} /> : null}
    </section>
  );
}

/** Asked anew with each change of the draft; what nobody waits for any more is stopped. */
function usePreview(measured: Measured | null, subjectId: string) {
  const moment = useMoment();
  const order: Asked<'ownSignals', 'preview'> | null =
    measured === null ? null : { ...measured, subjectId, ...moment };
  return useQuery<Told<'ownSignals', 'preview'> | null, PlumblineError, Preview>({
    queryKey: ['ownSignals', 'preview', order],
    queryFn: ({ signal }) => (order === null ? null : runJob('ownSignals', 'preview', order, { signal })),
    select: (told) => told ?? NOTHING,
    enabled: order !== null,
    placeholderData: keepPreviousData,
  });
}

const NOTHING: Preview = { problem: null, subjects: [], more: 0, history: [], looked: 0, changes: 0 };

interface ShownProps {
  readonly preview: Preview;
  readonly measured: Measured;
  readonly subject: OwnPreviewProps['subject'];
}

function Shown({ preview, measured, subject }: ShownProps) {
  const { subjects, more } = preview;
  const mine = subjects.find(({ id }) => id === subject.id);
  return (
    <>
      {mine === undefined ? null : <Headline result={mine} unit={measured.unit} name={subject.name} />}
      <History preview={preview} measured={measured} name={subject.name} />
      <SubjectTable subjects={subjects} unit={measured.unit} />
      {more === 0 ? null : (
        <p className={classes.dim}>{more} more companies are on file; the first 200 are shown.</p>
      )}
    </>
  );
}

type Result = Preview['subjects'][number];

interface HeadlineProps {
  readonly result: Result;
  readonly unit: Measured['unit'];
  readonly name: string;
}

function Headline({ result, unit, name }: HeadlineProps) {
  const { severity, value, workings, note } = result;
  const range = rangeText(value, unit);
  return (
    <div className={classes.headline}>
      <p className={classes.result}>
        <SeverityBadge severity={severity} />
        <strong>
          {name}
          {value === null ? '' : `: ${headlineText(value, unit)}`}
        </strong>
        {range === null ? null : <span className={classes.dim}>{range}</span>}
      </p>
      {workings === '' ? null : <p className={classes.workings}>{workings}</p>}
      {note === '' ? null : <p className={classes.dim}>{note}</p>}
    </div>
  );
}

interface HistoryProps {
  readonly preview: Preview;
  readonly measured: Measured;
  readonly name: string;
}

function History({ preview, measured, name }: HistoryProps) {
  const { history, looked, changes } = preview;
  const steps = useMemo(() => stepsOf(history, measured), [history, measured]);
  if (steps === null) return null;
  const depth = looked < changes ? `the latest ${looked} of ${changes} changes` : `all ${changes} changes`;
  return (
    <TimeChart
      title={`${name} over the changes of the ledger`}
      note={`What the signal would have said after each change that moved it; ${depth} looked at.`}
      steps={steps}
      table={historyTable(history, measured.unit)}
      isSmall
    />
  );
}

/** Null where nothing could be computed at any time. */
function stepsOf(history: Preview['history'], measured: Measured): TimeSteps | null {
  const { unit } = measured;
  const [first, last] = [history[0], history.at(-1)];
  if (first === undefined || last === undefined || history.every(({ value }) => value === null)) return null;
  const [from, to] = [Date.parse(first.at), Date.parse(last.at)];
  return evenWithinDay({
    points: history.map(({ at, severity, value, summary }) => ({
      at: Date.parse(at),
      label: instantText(at),
      interval: value,
      tone: toneOf(severity),
      tooltip: [
        value === null ? severityLabel(severity) : intervalText(value, unit),
        ...(value === null ? [] : [severityLabel(severity)]),
        summary,
      ],
    })),
    until: to + Math.max(60_000, (to - from) / 10),
    lines: thresholdLines(thresholdsIn(measured), unit),
    axis: `Result${unit === 'score' || unit === 'index' ? '' : `, ${unit === 'share' ? '%' : unit}`}`,
    tick: (amount) => quantityText(amount, unit),
    timeAxis: 'As the ledger stood on',
  });
}

function thresholdsIn({ watch, warn, critical }: Measured): Thresholds {
  return { watch, warn, critical };
}

function historyTable(history: Preview['history'], unit: string): ChartTable {
  return {
    columns: [
      { label: 'When', isNumber: false },
      { label: 'Result', isNumber: true },
      { label: 'Severity', isNumber: false },
      { label: 'Change', isNumber: false },
    ],
    rows: history.map(({ at, value, severity, summary }) => [
      textCell(instantText(at)),
      {
        text: value === null ? '' : intervalText(value, unit),
        raw: value === null ? null : headlineOf(value),
      },
      textCell(severityLabel(severity)),
      textCell(summary),
    ]),
  };
}

interface SubjectTableProps {
  readonly subjects: readonly Result[];
  readonly unit: Measured['unit'];
}

function SubjectTable({ subjects, unit }: SubjectTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard.
    <section className={classes.subjects} tabIndex={0} aria-label="Companies">
      <table className={classes.table}>
        <caption className="pl-unseen">What the draft gives for each company</caption>
        <thead>
          <tr>
            <th scope="col">Company</th>
            <th scope="col">Result</th>
            <th scope="col">Range</th>
            <th scope="col">Severity</th>
          </tr>
        </thead>
        <tbody>
          {subjects.map(({ id, name, value, severity }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>{value === null ? '' : headlineText(value, unit)}</td>
              <td>{rangeText(value, unit) ?? ''}</td>
              <td>
                <SeverityBadge severity={severity} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
