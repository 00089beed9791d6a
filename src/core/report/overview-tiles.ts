import type { KnownChoice } from '../figures/choice.ts';
import type { Exposure } from '../metrics/exposure.ts';
import { exactly } from '../quantities/interval.ts';
import type { Flag, Severity } from '../signals/flag.ts';

/** One number of the overview with the card that explains it. */
export interface OverviewTile {
  readonly id: string;
  readonly label: string;
  /** Null: unknown. */
  readonly value: Flag['value'];
  readonly unit: string;
  readonly severity: Severity | null;
  /** Signal whose evidence card explains the tile, or null. */
  readonly signal: string | null;
  readonly figureId: string | null;
  readonly note: string;
}

const SIGNAL_TILES = [
  { signal: 'commitment-to-revenue', measure: null, label: 'Commitments to revenue' },
  { signal: 'ntm-commitment-burden', measure: null, label: 'Next-12-month burden' },
  { signal: 'loss-to-revenue', measure: null, label: 'Loss to revenue' },
  { signal: 'supplier-concentration', measure: 'hhi', label: 'Supplier HHI' },
] as const;

const RECONCILIATION = 'commitment-reconciliation';

export function tilesOf(
  exposure: Exposure,
  flags: readonly Flag[],
  unitemised: number | null,
): OverviewTile[] {
  const { stated, revenue, currency } = exposure;
  const unit = currency ?? '';
  return [
    figureTile({ id: 'stated-commitments', label: 'Stated commitments', unit }, stated?.choice ?? null),
    figureTile({ id: 'annual-revenue', label: 'Annual revenue', unit }, revenue?.choice ?? null),
    ...SIGNAL_TILES.map((tile) => signalTile(tile, flags)),
    unitemisedTile(unitemised, unit, totalFlag(flags, RECONCILIATION, null)),
  ];
}

function figureTile(
  tile: Pick<OverviewTile, 'id' | 'label' | 'unit'>,
  choice: KnownChoice | null,
): OverviewTile {
  const figure = choice?.figures[0];
  return {
    ...tile,
    value: choice?.amount ?? null,
    severity: null,
    signal: null,
    figureId: figure?.id ?? null,
    note:
      figure === undefined || choice === null
        ? 'Nothing disclosed on file.'
        : figureNote(choice, figure.source.title),
  };
}

function figureNote({ versions, policy }: KnownChoice, source: string): string {
  if (versions.length === 1) return `The one version on file: ${source}.`;
  return `One of ${versions.length} versions on file, taken by “${policy.label}”: ${source}.`;
}

function signalTile(
  { signal, measure, label }: (typeof SIGNAL_TILES)[number],
  flags: readonly Flag[],
): OverviewTile {
  const flag = totalFlag(flags, signal, measure);
  return {
    id: signal,
    label,
    value: flag?.value ?? null,
    unit: flag?.unit ?? '',
    severity: flag?.severity ?? null,
    signal,
    figureId: null,
    note: flag?.workings || (flag?.note ?? ''),
  };
}

function unitemisedTile(unitemised: number | null, unit: string, flag: Flag | null): OverviewTile {
  return {
    id: 'not-itemised',
    label: 'Not itemised',
    value: unitemised === null ? null : exactly(unitemised),
    unit,
    severity: flag?.severity ?? null,
    signal: RECONCILIATION,
    figureId: null,
    note: flag?.note ?? '',
  };
}

function totalFlag(flags: readonly Flag[], signal: string, measure: string | null): Flag | null {
  return (
    flags.find((flag) => flag.signal === signal && flag.measure === measure && flag.scope.kind === 'total') ??
    null
  );
}
