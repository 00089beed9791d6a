import { notifications } from '@mantine/notifications';
import { command, useAsk } from './asking.ts';
import { tellFailure } from './jobs.tsx';

interface Step {
  readonly seq: number;
  readonly summary: string;
}

export interface Steps {
  readonly undo: Step | null;
  readonly redo: Step | null;
}

/** What undo and redo would take back or repeat; null where there is nothing. */
export function useSteps(): Steps {
  const { data } = useAsk('history', 'list', { offset: 0, limit: 1 }, { keepsPrevious: true });
  return { undo: data?.undo ?? null, redo: data?.redo ?? null };
}

/** Takes back the last change of the ledger, as a change of its own. */
export async function undo(): Promise<void> {
  await step('undo', 'Undo');
}

export async function redo(): Promise<void> {
  await step('redo', 'Redo');
}

async function step(name: 'undo' | 'redo', title: string): Promise<void> {
  try {
    const { summary } = await command('history', name, {});
    notifications.show({ message: summary });
  } catch (error) {
    tellFailure(title, error);
  }
}
