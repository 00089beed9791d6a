import { NativeSelect, SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import { StepFields } from '../step-fields.tsx';
import { draftProblem } from '../threshold-draft.ts';
import type { OwnDraft, Unit } from './own-draft.ts';
import classes from './own-signals.module.css';

interface MeasureFieldsProps {
  readonly draft: OwnDraft;
  readonly units: readonly Unit[];
  readonly onChange: (part: Partial<OwnDraft>) => void;
}

const UNITS: Readonly<Record<Unit, string>> = {
  x: 'times, 3.5x',
  share: 'share, shown as 35 %',
  score: 'plain number, 3.5',
  index: 'index, 0 to 10,000',
  percent: 'per cent',
  months: 'months',
  days: 'days',
  points: 'percentage points',
};

/** How the result is shown and when it is worse: unit, direction and thresholds. */
export function MeasureFields({ draft, units, onChange }: MeasureFieldsProps) {
  const directionId = useId();
  const { unit, isLowerWorse, thresholds } = draft;
  const isUntouched = Object.values(thresholds).every((level) => level === null);
  return (
    <>
      <div className={classes.pair}>
        <NativeSelect
          size="xs"
          label="Result shown as"
          value={unit}
          data={(units.length === 0 ? [unit] : units).map((each) => ({ value: each, label: UNITS[each] }))}
          onChange={(event) => {
            const chosen = units.find((each) => each === event.currentTarget.value);
            if (chosen !== undefined) onChange({ unit: chosen });
          }}
        />
        <div>
          <span id={directionId} className={classes.label}>
            Worse when it is
          </span>
          <SegmentedControl
            size="xs"
            aria-labelledby={directionId}
            value={isLowerWorse ? 'lower' : 'higher'}
            data={[
              { value: 'higher', label: 'higher' },
              { value: 'lower', label: 'lower' },
            ]}
            onChange={(next) => onChange({ isLowerWorse: next === 'lower' })}
          />
        </div>
      </div>
      <StepFields
        measure={draft}
        draft={thresholds}
        problem={isUntouched ? null : draftProblem(thresholds, isLowerWorse)}
        onChange={(next) => onChange({ thresholds: next })}
      />
    </>
  );
}
