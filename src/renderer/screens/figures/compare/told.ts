import type { Told } from '#renderer/client.ts';

/** What the host tells of matters and their versions. */
export type MatterLine = Told<'figures', 'disputes'>['matters'][number];
export type Matter = Told<'figures', 'versions'>;
export type Version = Matter['versions'][number];
