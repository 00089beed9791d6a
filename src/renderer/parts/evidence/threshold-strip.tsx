import { headlineOf } from '#core/quantities/interval.ts';
import type { Flag, Thresholds } from '#core/signals/flag.ts';
import { type AxisScale, placeOn, scaleFor } from '#renderer/chart/axis-scale.ts';
import { intervalText, quantityText } from './quantity-text.ts';
import { isLowerWorse } from './severity-words.ts';
import classes from './threshold-strip.module.css';

interface ThresholdStripProps {
  readonly flag: Flag;
}

/** How far the strip reaches past its last threshold, so that the band beyond is always seen. */
const BEYOND = 1.3;

/** A flag's value and range on a band of its thresholds: how far past the line it stands, in one look. */
export function ThresholdStrip({ flag: { value, unit, thresholds } }: ThresholdStripProps) {
  if (value === null) return null;
  const steps = [thresholds.watch, thresholds.warn, thresholds.critical];
  const scale = scaleFor(
    [value.lo, headlineOf(value), value.hi ?? headlineOf(value), Math.max(...steps) * BEYOND],
    steps,
  );
  const from = placeOn(scale, value.lo) * 100;
  const until = value.hi === null ? 100 : placeOn(scale, value.hi) * 100;
  return (
    <div
      className={classes.strip}
      role="img"
      aria-label={`${intervalText(value, unit)} on a scale with the thresholds ${steps.map((step) => quantityText(step, unit)).join(', ')}`}
    >
      <div className={classes.track}>
        {bandsOf(thresholds, scale).map(({ band, start, end }) => (
          <span
            key={band}
            className={classes.band}
            data-band={band}
            style={{ left: `${start}%`, width: `${end - start}%` }}
          />
        ))}
        <span
          className={classes.range}
          style={{ left: `${from}%`, width: `${Math.max(0, until - from)}%` }}
          data-open={value.hi === null || undefined}
        />
        <span className={classes.point} style={{ left: `${placeOn(scale, headlineOf(value)) * 100}%` }} />
      </div>
      <div className={classes.marks} aria-hidden>
        {steps.map((step) => (
          <span key={step} className={classes.mark} style={{ left: `${placeOn(scale, step) * 100}%` }}>
            {quantityText(step, unit)}
          </span>
        ))}
      </div>
      {scale.kind === 'logarithmic' ? <p className={classes.scale}>Logarithmic scale</p> : null}
    </div>
  );
}

interface BandSpan {
  readonly band: 'clear' | 'watch' | 'warn' | 'critical';
  readonly start: number;
  readonly end: number;
}

function bandsOf(thresholds: Thresholds, scale: AxisScale): readonly BandSpan[] {
  const names = ['clear', 'watch', 'warn', 'critical'] as const;
  const lower = isLowerWorse(thresholds);
  const inOrder = lower ? [...names].reverse() : names;
  const steps = [thresholds.watch, thresholds.warn, thresholds.critical];
  const edges = [0, ...(lower ? [...steps].reverse() : steps).map((step) => placeOn(scale, step) * 100), 100];
  return inOrder.map((band, index) => ({ band, start: edges[index] ?? 0, end: edges[index + 1] ?? 100 }));
}
