import {
  IconAlertOctagon,
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleMinus,
  IconEye,
  IconMathOff,
} from '@tabler/icons-react';
import type { Severity } from '#core/signals/flag.ts';
import classes from './severity-badge.module.css';
import { severityLabel } from './severity-words.ts';

const ICONS = {
  critical: IconAlertOctagon,
  warn: IconAlertTriangle,
  watch: IconEye,
  clear: IconCircleCheck,
  'insufficient-data': IconCircleDashed,
  'not-computable': IconMathOff,
  'not-applicable': IconCircleMinus,
} as const satisfies Readonly<Record<Severity, typeof IconEye>>;

interface SeverityBadgeProps {
  readonly severity: Severity;
  readonly isLarge?: boolean;
}

/** A severity by icon, word and ground: colour never carries it alone. */
export function SeverityBadge({ severity, isLarge = false }: SeverityBadgeProps) {
  return (
    <span className={classes.badge} data-severity={severity} data-large={isLarge || undefined}>
      <SeverityIcon severity={severity} size={isLarge ? 16 : 14} />
      {severityLabel(severity)}
    </span>
  );
}

interface SeverityIconProps {
  readonly severity: Severity;
  readonly size: number;
}

export function SeverityIcon({ severity, size }: SeverityIconProps) {
  const Icon = ICONS[severity];
  return <Icon size={size} stroke={2} aria-hidden />;
}
