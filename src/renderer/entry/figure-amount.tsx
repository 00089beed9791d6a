import { statedAmountText } from '#core/quantities/amount-text.ts';
import { isUnitId } from '#core/quantities/unit.ts';
import { choiceText } from '#renderer/app/numbers.ts';
import type { EntryFields } from './entry-name.ts';
import classes from './entry-panel.module.css';

/** The claim of a figure, large: its amount as the source hedges it, and how it is meant. */
export function FigureAmount({ fields }: { readonly fields: EntryFields }) {
  const { unit, qualifier, basis, status } = fields;
  if (typeof unit !== 'string' || !isUnitId(unit)) return null;
  const amount = { lo: numberOf(fields.lo), point: numberOf(fields.point), hi: numberOf(fields.hi) };
  return (
    <div className={classes.amount}>
      <p className={classes.figure}>{statedAmountText(amount, unit)}</p>
      <p className={classes.dim}>
        {[qualifier, basis, status].map((part) => choiceText(String(part ?? ''))).join(', ')}
      </p>
    </div>
  );
}

function numberOf(cell: unknown): number | null {
  return typeof cell === 'number' ? cell : null;
}
