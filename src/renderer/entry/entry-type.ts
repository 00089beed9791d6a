import type { Told } from '#renderer/client.ts';

/** One entry with every version of it, newest first. */
export type Entry = Told<'entries', 'get'>;
