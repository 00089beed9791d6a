import { useMemo } from 'react';
import { inputLabel } from '#core/scenario/simulation-words.ts';
import { HistogramChart } from '#renderer/chart/histogram-chart.tsx';
import type { SimulationReport } from '#shared/contract/simulation.ts';
import { quantityText } from '../quantity-text.ts';
import { SeverityBadge } from '../severity-badge.tsx';
import classes from './simulation.module.css';
import { simulationBars, simulationNote, simulationTable } from './simulation-bars.ts';

interface SimulationResultProps {
  readonly report: SimulationReport;
}

/** What came out, in words first; then the numbers, the picture, and what it rests on. */
export function SimulationResult({ report }: SimulationResultProps) {
  const { beyond, words, inputs, notes, histogram } = report;
  return (
    <div className={classes.result}>
      <ul className={classes.beyond}>
        {beyond.toReversed().map(({ level, words: often }) => (
          <li key={level}>
            <SeverityBadge severity={level} />
            <span>{often}</span>
          </li>
        ))}
      </ul>
      {histogram === null ? <p className={classes.text}>{words}</p> : <Percentiles report={report} />}
      <Picture report={report} />
      <h4 className={classes.heading}>Drawn from</h4>
      <ul className={classes.lines}>
        {inputs.map((input) => (
          <li key={input.id}>
            {inputLabel(input)}: {input.words}.
          </li>
        ))}
      </ul>
      <ul className={classes.lines}>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </div>
  );
}

function Percentiles({ report: { p5, p50, p95, mean, unit } }: SimulationResultProps) {
  const numbers = [
    { label: '5 % lie below', at: p5 },
    { label: 'Half lie below', at: p50 },
    { label: '95 % lie below', at: p95 },
    { label: 'Mean', at: mean },
  ];
  return (
    <dl className={classes.percentiles}>
      {numbers.map(({ label, at }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{quantityText(at, unit)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Picture({ report }: SimulationResultProps) {
  const { histogram } = report;
  const drawn = useMemo(
    () =>
      histogram === null
        ? null
        : { bars: simulationBars(report, histogram), table: simulationTable(report, histogram) },
    [report, histogram],
  );
  if (histogram === null || drawn === null) return null;
  return (
    <HistogramChart
      title="Where the trials fall"
      note={simulationNote(report, histogram)}
      isSmall
      {...drawn}
    />
  );
}
