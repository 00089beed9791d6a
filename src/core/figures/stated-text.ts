import type { FigureFacts } from '../model/ledger-view.ts';
import { amountText, statedAmountText } from '../quantities/amount-text.ts';

/** An amount as its source hedges it: `about USD 1tn` for what counts as USD 950bn to 1.05tn. */
export function statedText(figure: Pick<FigureFacts, 'qualifier' | 'unit' | 'lo' | 'point' | 'hi'>): string {
  const { qualifier, point, unit } = figure;
  if (qualifier === 'approx' && point !== null) return `about ${amountText(point, unit)}`;
  return statedAmountText(figure, unit);
}
