import { useEffect, useRef, useState } from 'react';
import { type Asked, runJob } from '#renderer/client.ts';
import type { SimulationReport } from '#shared/contract/simulation.ts';
import { PlumblineError } from '#shared/errors.ts';

export type SimulationOrder = Asked<'simulation', 'run'>;

/** Where a simulation stands; it is stopped when the card closes. */
export type SimulationState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly fraction: number }
  | { readonly kind: 'done'; readonly report: SimulationReport }
  | { readonly kind: 'failed'; readonly error: Error };

export function useSimulation() {
  const [state, setState] = useState<SimulationState>({ kind: 'idle' });
  const stopper = useRef<AbortController | null>(null);
  useEffect(() => () => stopper.current?.abort(), []);
  const start = async (order: SimulationOrder): Promise<void> => {
    stopper.current?.abort();
    const stop = new AbortController();
    stopper.current = stop;
    setState({ kind: 'running', fraction: 0 });
    const next = await outcomeOf(order, stop.signal, (fraction) => {
      if (!stop.signal.aborted) setState({ kind: 'running', fraction });
    });
    if (stopper.current === stop) setState(next);
  };
  const cancel = () => stopper.current?.abort();
  return { state, start, cancel };
}

async function outcomeOf(
  order: SimulationOrder,
  signal: AbortSignal,
  onProgress: (fraction: number) => void,
): Promise<SimulationState> {
  try {
    return { kind: 'done', report: await runJob('simulation', 'run', order, { signal, onProgress }) };
  } catch (error) {
    if (error instanceof PlumblineError && error.code === 'CANCELLED') return { kind: 'idle' };
    return { kind: 'failed', error: error instanceof Error ? error : new Error(String(error)) };
  }
}
