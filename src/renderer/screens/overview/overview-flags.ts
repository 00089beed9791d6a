import { type Flag, thresholdKey } from '#core/signals/flag.ts';
import { inReadingOrder } from '#renderer/parts/evidence/flag-words.ts';
import type { Overview } from '#shared/contract/reports.ts';

/** Which flag explains what on the overview. Pure; null where none does. */
/** The flag of a signal, or of one measure of it, on the whole of the subject; the gravest where there are several. */
export function totalFlagOf(flags: readonly Flag[], key: string | null): Flag | null {
  if (key === null) return null;
  const found = flags.filter(
    ({ signal, measure, scope }) =>
      scope.kind === 'total' && (signal === key || thresholdKey(signal, measure) === key),
  );
  return inReadingOrder(found)[0] ?? null;
}

/** What a tile opens: its flag, else its figure. */
export type TileTarget =
  | { readonly kind: 'flag'; readonly flag: Flag }
  | { readonly kind: 'entry'; readonly id: string }
  | null;

export function targetOfTile(
  flags: readonly Flag[],
  { signal, figureId }: Overview['tiles'][number],
): TileTarget {
  const flag = totalFlagOf(flags, signal);
  if (flag !== null) return { kind: 'flag', flag };
  return figureId === null ? null : { kind: 'entry', id: figureId };
}

/** The gravest flag about a deal with the counterparty, else the one on the concentration of the whole. */
export function flagOfCounterparty(flags: readonly Flag[], dealIds: readonly string[]): Flag | null {
  const own = flags.filter(({ scope }) => scope.kind === 'deal' && dealIds.includes(scope.id));
  return inReadingOrder(own)[0] ?? totalFlagOf(flags, 'supplier-concentration');
}
