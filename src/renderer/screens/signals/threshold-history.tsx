import { choiceText, instantText } from '#renderer/app/numbers.ts';
import type { Measure, ThresholdList } from '#renderer/parts/evidence/card-context.ts';
import { thresholdsText } from '#renderer/parts/evidence/flag-words.ts';
import classes from './threshold-history.module.css';

type Change = ThresholdList['history'][number];

interface ThresholdHistoryProps {
  readonly items: readonly Change[];
  readonly measures: readonly Measure[];
}

/** Who set or cleared which thresholds, when and why; newest first. */
export function ThresholdHistory({ items, measures }: ThresholdHistoryProps) {
  if (items.length === 0) return <p className={classes.none}>No changes on record.</p>;
  return (
    <ol className={classes.list}>
      {items.map((item) => (
        <li key={`${item.seq} ${item.key} ${item.scope} ${item.did}`} className={classes.item}>
          <HistoryItem item={item} measure={measures.find(({ key }) => key === item.key)} />
        </li>
      ))}
    </ol>
  );
}

interface HistoryItemProps {
  readonly item: Change;
  readonly measure: Measure | undefined;
}

function HistoryItem({ item, measure }: HistoryItemProps) {
  const { at, author, did, reason, key, kind } = item;
  return (
    <>
      <span className={classes.what}>
        <strong>{measure?.name ?? choiceText(key)}</strong> {did === 'set' ? 'set' : 'cleared'}{' '}
        {scopeWords(item)}
        {kind === 'do' ? '' : ` (by ${kind})`}
      </span>
      <span className={classes.steps}>
        {did === 'set' ? '' : 'Until then: '}
        {thresholdsText(item, measure?.unit ?? '')}
      </span>
      {kind !== 'do' || reason === null ? null : <span>{reason}</span>}
      <span className={classes.by}>
        {author}, {instantText(at)}
      </span>
    </>
  );
}

function scopeWords({ scope, entity, sector }: Change): string {
  if (entity !== null) return `for ${entity}`;
  return sector === null ? `for the ${scope}` : `for the sector ${sector}`;
}
