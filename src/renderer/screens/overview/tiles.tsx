import { headlineText, intervalText, rangeText } from '#renderer/parts/evidence/quantity-text.ts';
import { SeverityBadge } from '#renderer/parts/evidence/severity-badge.tsx';
import type { Overview } from '#shared/contract/reports.ts';
import type { TileTarget } from './overview-flags.ts';
import classes from './tiles.module.css';

type Tile = Overview['tiles'][number];

interface TilesProps {
  readonly tiles: readonly Tile[];
  readonly targetOf: (tile: Tile) => TileTarget;
  readonly onOpen: (target: NonNullable<TileTarget>) => void;
}

/** The headline numbers; each opens what explains it. */
export function Tiles({ tiles, targetOf, onOpen }: TilesProps) {
  return (
    <ul className={classes.tiles} aria-label="Headline numbers">
      {tiles.map((tile) => {
        const target = targetOf(tile);
        return (
          <li key={tile.id} className={classes.cell}>
            {target === null ? (
              <div className={classes.tile}>
                <TileFace tile={tile} />
              </div>
            ) : (
              <button type="button" className={classes.tile} onClick={() => onOpen(target)}>
                <TileFace tile={tile} />
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function TileFace({ tile: { label, value, unit, severity, note } }: { readonly tile: Tile }) {
  const range = rangeText(value, unit);
  return (
    <>
      <span className={classes.label} title={label}>
        {label}
      </span>
      <span
        className={classes.value}
        data-unknown={value === null || undefined}
        title={intervalText(value, unit, { isFull: true })}
      >
        {headlineText(value, unit)}
      </span>
      <span className={classes.note} title={note}>
        {range === null ? null : <span className={classes.range}>{range}</span>}
        {note}
      </span>
      {severity === null ? null : <SeverityBadge severity={severity} />}
    </>
  );
}
