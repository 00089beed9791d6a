import { isKnowable } from '../figures/basis.ts';
import { chooseFigure, isKnown, type KnownChoice } from '../figures/choice.ts';
import type { Study } from './study.ts';

/** Tenor in years that sources give for the subject's commitments in general; null where none is disclosed. */
export function generalTenor({ index, subject, policy }: Study): KnownChoice | null {
  const versions = index
    .figuresOf(subject.id)
    .filter((figure) => figure.metric === 'commitment-tenor' && figure.unit === 'years')
    .filter((figure) => isKnowable(figure, index.view.asOf));
  const choice = chooseFigure(versions, policy);
  return isKnown(choice) ? choice : null;
}
