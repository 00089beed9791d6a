import { useEffect, useMemo, useRef } from 'react';

type Pick = (index: number) => void;

/** The same function until picking comes or goes: a new handler alone does not draw a chart anew. */
export function useLatest(onPick: Pick | undefined): Pick | undefined {
  const latest = useRef(onPick);
  useEffect(() => {
    latest.current = onPick;
  }, [onPick]);
  const isPickable = onPick !== undefined;
  return useMemo(() => (isPickable ? (index: number) => latest.current?.(index) : undefined), [isPickable]);
}
