import { IconArrowRight } from '@tabler/icons-react';
import type { Thresholds } from '#core/signals/flag.ts';
import { useAsk } from '#renderer/app/asking.ts';
import { sentenceOf } from '#renderer/app/failure.tsx';
import { useMoment } from '#renderer/app/moment.ts';
import type { Told } from '#renderer/client.ts';
import { quantityText } from '#renderer/parts/evidence/quantity-text.ts';
import { SeverityBadge } from '#renderer/parts/evidence/severity-badge.tsx';
import classes from './threshold-editor.module.css';
import { scopeRequest, type ThresholdScope } from './threshold-scope.ts';

interface ThresholdPreviewProps {
  readonly measureKey: string;
  readonly scope: ThresholdScope;
  readonly unit: string;
  /** Null: there is nothing to look ahead at, and `lead` says why. */
  readonly wanted: Thresholds | null;
  readonly lead: string;
}

type Moved = Told<'thresholds', 'preview'>['moved'][number];

/** Stands in the request while it is not sent. */
const NOTHING: Thresholds = { watch: 0, warn: 0, critical: 0 };

/** What thresholds would flag, before anything is saved. */
export function ThresholdPreview({ measureKey, scope, unit, wanted, lead }: ThresholdPreviewProps) {
  const isNamed = scope.kind !== 'sector' || scope.sector.trim() !== '';
  const { watch, warn, critical } = wanted ?? NOTHING;
  const { data, error, isPlaceholderData } = useAsk(
    'thresholds',
    'preview',
    { key: measureKey, ...scopeRequest(scope), watch, warn, critical, ...useMoment() },
    { enabled: wanted !== null && isNamed, keepsPrevious: true },
  );
  return (
    <section
      className={classes.preview}
      aria-live="polite"
      aria-label="What would change"
      aria-busy={wanted !== null && isPlaceholderData}
    >
      <p className={classes.text}>{lead}</p>
      {wanted === null || error === null ? null : <p className={classes.problem}>{sentenceOf(error)}</p>}
      {wanted === null || error !== null || data === undefined ? null : (
        <MovedFlags moved={data.moved} unchanged={data.unchanged} unitOf={() => unit} />
      )}
    </section>
  );
}

interface MovedFlagsProps {
  readonly moved: readonly Moved[];
  readonly unchanged: number;
  /** Unit of the measure of that name. */
  readonly unitOf: (name: string) => string;
}

/** Flags whose severity would become another, and how many would keep theirs. */
export function MovedFlags({ moved, unchanged, unitOf }: MovedFlagsProps) {
  return (
    <>
      <p className={classes.text}>
        <strong>{movedText(moved.length)}</strong>{' '}
        {unchanged === 1 ? '1 stays as it is.' : `${unchanged} stay as they are.`}
      </p>
      {moved.length === 0 ? null : (
        <ul className={classes.moved}>
          {moved.map(({ subject, scope, name, value, before, after }) => (
            <li key={`${subject} ${scope} ${name}`}>
              <span>
                {name}, {scope === 'total' || scope === '' ? subject : scope}
                {value === null ? '' : `, ${quantityText(value, unitOf(name))}`}
              </span>
              <span className={classes.move}>
                <SeverityBadge severity={before} />
                <IconArrowRight size={14} aria-label="becomes" />
                <SeverityBadge severity={after} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function movedText(count: number): string {
  if (count === 0) return 'No flag would move.';
  return count === 1 ? '1 flag would move.' : `${count} flags would move.`;
}
