import {
  keepPreviousData,
  QueryClient,
  type UseQueryResult,
  useMutation,
  useQuery,
} from '@tanstack/react-query';
import {
  type Asked,
  answerOf,
  type CommandName,
  type QueryName,
  type Told,
  type TopicName,
} from '#renderer/client.ts';
import { PlumblineError } from '#shared/errors.ts';
import { isAddressPast } from './past.ts';
import { noteSaved, noteSaving, noteStale, noteUnsaved } from './saved-state.ts';

/** What the window has read from the host, by [topic, name, input]. A command makes all of it stale but the shell's own state. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: false, staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false },
  },
});

interface AskOptions<T> {
  readonly enabled?: boolean;
  /** Shows the last answer while the next one is on its way, so that the screen does not blink. */
  readonly keepsPrevious?: boolean;
  /** Asks again after so many milliseconds while what is told is not all of it. */
  readonly againAfter?: (told: T) => number | false;
}

export function useAsk<T extends TopicName, N extends QueryName<T>>(
  topic: T,
  name: N,
  input: Asked<T, N>,
  { enabled = true, keepsPrevious = false, againAfter = () => false }: AskOptions<Told<T, N>> = {},
): UseQueryResult<Told<T, N>, PlumblineError> {
  return useQuery<Told<T, N>, PlumblineError>({
    queryKey: [topic, name, input],
    queryFn: ({ signal }) => answerOf(topic, name, input, signal) as Promise<Told<T, N>>,
    enabled,
    refetchInterval: ({ state }) => (state.data === undefined ? false : againAfter(state.data)),
    ...(keepsPrevious ? { placeholderData: keepPreviousData } : {}),
  });
}

interface CommandOptions {
  /** Shows the change itself, ahead of everything else that is read anew after it. */
  readonly show?: () => Promise<void>;
}

/**
 * Gives a command and, once it is in the file, makes everything read so far stale. Law: a command is recorded now, so none
 * is given from a screen that shows the past. Throws PAST_IS_FIXED and what the host says.
 */
export async function command<T extends TopicName, N extends CommandName<T>>(
  topic: T,
  name: N,
  input: Asked<T, N>,
  { show }: CommandOptions = {},
): Promise<Told<T, N>> {
  if (topic !== 'shell' && isAddressPast()) throw new PlumblineError('PAST_IS_FIXED');
  const told = await saved(() => answerOf(topic, name, input));
  await show?.();
  refreshAll();
  return told as Told<T, N>;
}

/** Says in the header how it goes; "Saved" only after the host has answered. */
async function saved(write: () => Promise<unknown>): Promise<unknown> {
  noteSaving();
  try {
    const told = await write();
    noteSaved();
    return told;
  } catch (error) {
    noteUnsaved();
    throw error;
  }
}

export function useCommand<T extends TopicName, N extends CommandName<T>>(topic: T, name: N) {
  return useMutation<Told<T, N>, PlumblineError, Asked<T, N>>({
    mutationFn: (input) => command(topic, name, input),
  });
}

/** The host took a document in: a change like any other. */
export function noteTakenIn(): void {
  noteSaving();
  noteSaved();
  refreshAll();
}

function refreshAll(): void {
  noteStale();
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'shell' });
}
