import type { Reading } from '../reading.ts';
import classes from './head.module.css';

interface CoverageBarProps {
  readonly coverage: Reading['coverage'];
  /** Goes to the next unread numeral; without it the count is no button. */
  readonly onUnread?: () => void;
}

const PARTS = [
  { key: 'captured', label: 'captured' },
  { key: 'rejected', label: 'rejected' },
  { key: 'setAside', label: 'set aside' },
] as const;

/** How far a document is read: what became of each of its numerals. */
export function CoverageBar({ coverage, onUnread }: CoverageBarProps) {
  const { total, unread } = coverage;
  const isDone = unread === 0;
  return (
    <div className={classes.coverage}>
      <div
        className={classes.bar}
        role="img"
        aria-label={`${doneText(coverage)}: ${PARTS.map(({ key, label }) => `${coverage[key]} ${label}`).join(', ')}, ${unread} unread`}
      >
        {[...PARTS, { key: 'unread' } as const].map(({ key }) => (
          <span
            key={key}
            className={classes.part}
            data-part={key}
            style={{ width: `${total === 0 ? 0 : (coverage[key] / total) * 100}%` }}
          />
        ))}
      </div>
      <span className={classes.done} data-done={isDone || undefined}>
        {doneText(coverage)}
      </span>
      <span className={classes.counts}>
        {PARTS.map(({ key, label }) => (
          <span key={key} className={classes.count} data-part={key}>
            {coverage[key]} {label}
          </span>
        ))}
        {isDone || onUnread === undefined ? (
          <span className={classes.count} data-part="unread">
            {unread} unread
          </span>
        ) : (
          <button type="button" className={classes.unread} data-part="unread" onClick={onUnread}>
            {unread} unread
          </button>
        )}
      </span>
    </div>
  );
}

/** Never rounded up to the whole. */
function doneText({ total, unread }: Reading['coverage']): string {
  if (unread === 0) return total === 0 ? 'Done: no numerals' : 'Done: 100 %';
  return `${Math.floor(((total - unread) / total) * 100)} % read`;
}
