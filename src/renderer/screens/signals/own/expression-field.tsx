import { type RefObject, useId } from 'react';
import type { Problem } from './own-draft.ts';
import classes from './own-signals.module.css';

interface ExpressionFieldProps {
  readonly expression: string;
  readonly problem: Problem | null;
  readonly isChecking: boolean;
  readonly fieldRef: RefObject<HTMLTextAreaElement | null>;
  readonly onChange: (expression: string) => void;
}

/**
 * The expression, with what is wrong underlined where it stands. The text is drawn twice, one over the other: below
 * with the mark, above as the field that is typed in.
 */
export function ExpressionField({
  expression,
  problem,
  isChecking,
  fieldRef,
  onChange,
}: ExpressionFieldProps) {
  const id = useId();
  const isMarked = problem !== null && expression.trim() !== '';
  return (
    <div>
      <label className={classes.label} htmlFor={id}>
        Expression
      </label>
      <div className={classes.expression} data-problem={isMarked || undefined}>
        <div className={classes.mirror} aria-hidden>
          <MarkedText expression={expression} problem={isMarked ? problem : null} />
        </div>
        <textarea
          id={id}
          ref={fieldRef}
          className={classes.typed}
          rows={3}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          placeholder="commitments / revenue"
          value={expression}
          aria-invalid={isMarked}
          aria-describedby={`${id}-said`}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      </div>
      <p id={`${id}-said`} className={classes.said} role="status" data-problem={isMarked || undefined}>
        {isMarked ? placeText(problem) : isChecking ? 'Checking…' : ''}
      </p>
    </div>
  );
}

function placeText({ line, column, message }: Problem): string {
  return `${line === 1 ? '' : `Line ${line}, `}${line === 1 ? 'Column' : 'column'} ${column}: ${message}`;
}

interface MarkedTextProps {
  readonly expression: string;
  readonly problem: Problem | null;
}

/** A mark of no width, as at the end of the text, is drawn one letter wide. */
function MarkedText({ expression, problem }: MarkedTextProps) {
  if (problem === null) return expression;
  const end = Math.max(problem.end, problem.start + 1);
  return (
    <>
      {expression.slice(0, problem.start)}
      <mark className={classes.mark}>{expression.slice(problem.start, end) || '\u00A0'}</mark>
      {expression.slice(end)}
    </>
  );
}
