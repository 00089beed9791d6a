import { useState } from 'react';
import type { TableId, TableSpec } from '#core/report/table-spec.ts';

/** Which columns each table shows, for this session: those of its description until the analyst chooses others. */
const chosen = new Map<TableId, ReadonlySet<string>>();

export function useShownColumns(spec: TableSpec) {
  const [, redraw] = useState(0);
  const shown = shownIn(spec);
  const toggle = (key: string) => {
    chosen.set(spec.id, toggled(shown, key));
    redraw((count) => count + 1);
  };
  return { shown, toggle };
}

function shownIn(spec: TableSpec): ReadonlySet<string> {
  const held = chosen.get(spec.id);
  if (held !== undefined) return held;
  const initial = new Set(spec.columns.filter(({ isHidden }) => !isHidden).map(({ key }) => key));
  chosen.set(spec.id, initial);
  return initial;
}

function toggled(shown: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(shown);
  if (!next.delete(key)) next.add(key);
  return next;
}
