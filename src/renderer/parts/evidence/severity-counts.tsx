import type { Severity } from '#core/signals/flag.ts';
import { SeverityIcon } from './severity-badge.tsx';
import classes from './severity-counts.module.css';
import { SHOWN_SEVERITIES, severityLabel } from './severity-words.ts';

interface SeverityCountsProps {
  readonly counts: Readonly<Record<Severity, number>>;
  /** Severities that the list is limited to; empty for all. */
  readonly chosen: readonly Severity[];
  readonly onChange: (chosen: readonly Severity[]) => void;
}

/** How many flags of each severity; each count limits the list to its own. */
export function SeverityCounts({ counts, chosen, onChange }: SeverityCountsProps) {
  const toggle = (severity: Severity) =>
    onChange(
      chosen.includes(severity) ? chosen.filter((other) => other !== severity) : [...chosen, severity],
    );
  const shown = SHOWN_SEVERITIES.filter((severity) => counts[severity] > 0 || isVerdict(severity));
  return (
    <fieldset className={classes.counts} aria-label="Flags by severity">
      {shown.map((severity) => (
        <button
          key={severity}
          type="button"
          className={classes.count}
          data-severity={severity}
          data-none={counts[severity] === 0 || undefined}
          aria-pressed={chosen.includes(severity)}
          disabled={counts[severity] === 0}
          onClick={() => toggle(severity)}
        >
          <SeverityIcon severity={severity} size={16} />
          <span className={classes.number}>{counts[severity]}</span>
          <span>{severityLabel(severity)}</span>
        </button>
      ))}
    </fieldset>
  );
}

/** The four verdicts are counted even at none: that nothing is critical is worth seeing. */
function isVerdict(severity: Severity): boolean {
  return severity === 'critical' || severity === 'warn' || severity === 'watch' || severity === 'clear';
}
