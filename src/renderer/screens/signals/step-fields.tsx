import { NumberInput } from '@mantine/core';
import { useId } from 'react';
import type { Measure } from '#renderer/parts/evidence/card-context.ts';
import { severityLabel } from '#renderer/parts/evidence/severity-words.ts';
import { STEPS, type ThresholdDraft } from './threshold-draft.ts';
import classes from './threshold-editor.module.css';

interface StepFieldsProps {
  readonly measure: Pick<Measure, 'unit' | 'isLowerWorse'>;
  readonly draft: ThresholdDraft;
  readonly problem: string | null;
  readonly onChange: (draft: ThresholdDraft) => void;
}

const SUFFIXES: Readonly<Record<Measure['unit'], string>> = {
  x: ' x',
  share: ' %',
  percent: ' %',
  index: '',
  months: ' months',
  days: ' days',
  points: ' points',
  score: '',
};

/** Watch, warn and critical as numbers, with what is wrong with their order said at once. */
export function StepFields({ measure, draft, problem, onChange }: StepFieldsProps) {
  const problemId = useId();
  return (
    <div>
      <div className={classes.steps}>
        {STEPS.map((step) => (
          <NumberInput
            key={step}
            size="xs"
            label={`${severityLabel(step)} ${measure.isLowerWorse ? 'below' : 'above'}`}
            suffix={SUFFIXES[measure.unit]}
            hideControls
            thousandSeparator=","
            decimalScale={6}
            value={draft[step] ?? ''}
            error={problem !== null}
            aria-describedby={problem === null ? undefined : problemId}
            onChange={(typed) => onChange({ ...draft, [step]: typeof typed === 'number' ? typed : null })}
          />
        ))}
      </div>
      <p id={problemId} className={classes.problem} role="status">
        {problem}
      </p>
    </div>
  );
}
