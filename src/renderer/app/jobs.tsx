import { Button, Progress } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useSyncExternalStore } from 'react';
import type { JobOptions } from '#renderer/client.ts';
import { PlumblineError } from '#shared/errors.ts';
import { explained, sentenceOf } from './failure.tsx';
import classes from './jobs.module.css';

/** The long jobs that run now, each with its progress and a way to stop it. */
interface RunningJob {
  readonly id: number;
  readonly title: string;
  /** Null: nobody can say how far it is. */
  readonly fraction: number | null;
  readonly label: string;
  readonly stop: () => void;
}

const listeners = new Set<() => void>();
let running: readonly RunningJob[] = [];
let lastId = 0;

function change(next: readonly RunningJob[]): void {
  running = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Runs a job in sight of the analyst; what it says at the end, or why it failed, appears as a notice. */
export async function startJob(
  title: string,
  work: (options: JobOptions) => Promise<string | null>,
): Promise<void> {
  lastId += 1;
  const id = lastId;
  const stopper = new AbortController();
  change([...running, { id, title, fraction: 0, label: '', stop: () => stopper.abort() }]);
  const onProgress = (fraction: number, label: string) =>
    change(running.map((job) => (job.id === id ? { ...job, fraction, label } : job)));
  try {
    const done = await work({ onProgress, signal: stopper.signal });
    if (done !== null) notifications.show({ message: done, color: 'green' });
  } catch (error) {
    tellFailure(title, error);
  } finally {
    change(running.filter((job) => job.id !== id));
  }
}

/** What may be done before the eye sees a bar. */
const QUIET_MS = 600;

/** Work that mostly ends at once and is shown, with a way to stop it, only where it does not. Throws what it throws. */
export async function startQuietJob<T>(title: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  lastId += 1;
  const id = lastId;
  const stopper = new AbortController();
  const stop = () => stopper.abort();
  const show = setTimeout(
    () => change([...running, { id, title, fraction: null, label: 'Working …', stop }]),
    QUIET_MS,
  );
  try {
    return await work(stopper.signal);
  } finally {
    clearTimeout(show);
    change(running.filter((job) => job.id !== id));
  }
}

/** A notice that something was not done, and why. */
export function tellFailure(title: string, error: unknown): void {
  const known = error instanceof Error ? error : new Error(String(error));
  if (known instanceof PlumblineError && known.code === 'CANCELLED') {
    notifications.show({ message: `${title}: stopped.`, color: 'gray' });
    return;
  }
  const message = `${sentenceOf(known)} ${explained(known).action}`;
  notifications.show({ title: `${title}: not done`, message, color: 'red', autoClose: 12_000 });
}

/** Progress of what runs, in the lower right corner. */
export function RunningJobs() {
  const jobs = useSyncExternalStore(subscribe, () => running);
  if (jobs.length === 0) return null;
  return (
    <section className={classes.jobs} aria-label="Running">
      {jobs.map((job) => (
        <div key={job.id} className={classes.job}>
          <div className={classes.line}>
            <span className={classes.title}>{job.title}</span>
            <Button variant="subtle" size="compact-xs" onClick={job.stop}>
              Cancel
            </Button>
          </div>
          <Progress
            value={job.fraction === null ? 100 : job.fraction * 100}
            striped={job.fraction === null}
            animated={job.fraction === null}
            size="sm"
            aria-label={job.title}
          />
          <p className={classes.label}>{job.label === '' ? 'Starting …' : job.label}</p>
        </div>
      ))}
    </section>
  );
}
