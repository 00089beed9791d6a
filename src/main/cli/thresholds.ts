import { findEntityNamed } from '#main/ledger/subjects.ts';
import { PlumblineError } from '#shared/errors.ts';
import { type MomentOptions, momentOf } from './moment.ts';
import { type LedgerClient, withLedger } from './session.ts';
import type { Terminal } from './terminal.ts';

export interface ThresholdOptions extends MomentOptions {
  readonly watch?: string;
  readonly warn?: string;
  readonly critical?: string;
  readonly entity?: string;
  readonly sector?: string;
  readonly reason?: string;
  readonly author?: string;
  readonly preview?: boolean;
  readonly clear?: boolean;
}

type Listed = Awaited<ReturnType<typeof list>>;

/** Without a signal: lists thresholds and their history. With one: sets, previews or clears. */
export async function thresholdsCommand(
  path: string,
  signal: string | undefined,
  options: ThresholdOptions,
  terminal: Terminal,
): Promise<number> {
  const isReading = signal === undefined || options.preview === true;
  const moment = momentOf(options);
  if (!isReading && (moment.asOf !== null || moment.knownAt !== null))
    throw new PlumblineError('USAGE', [
      'Thresholds are set now; --as-of and --known-at go with the list and with --preview.',
    ]);
  return withLedger(
    { path, access: isReading ? 'read' : 'write', terminal, author: options.author },
    async (client) => {
      const listed = await list(client, moment);
      if (signal === undefined) return show(terminal, listed);
      const scope = scopeOf(client, options, moment.knownAt);
      if (options.clear === true)
        return clear(client, { listed, signal, scope, reason: reasonOf(options) }, terminal);
      const proposed = { key: signal, ...scope, ...numbersOf(listed, signal, scope, options) };
      if (options.preview === true) return preview(client, { ...proposed, ...moment }, terminal);
      const moved = await client.call('thresholds', 'preview', proposed);
      const done = await client.call('thresholds', 'set', { ...proposed, reason: reasonOf(options) });
      terminal.say(`Change ${done.seq}: thresholds of ${signal} set.`);
      sayMoved(terminal, moved.moved);
      terminal.document({ seq: done.seq, id: done.id, ...proposed, moved: moved.moved });
      return 0;
    },
  );
}

type Moment = ReturnType<typeof momentOf>;

function list({ call }: LedgerClient, moment: Moment) {
  return call('thresholds', 'list', moment);
}

interface Scope {
  readonly scope: 'ledger' | 'sector' | 'entity';
  readonly entityId: string | null;
  readonly sector: string | null;
}

function scopeOf(
  { context }: LedgerClient,
  { entity, sector }: ThresholdOptions,
  knownAt: string | null,
): Scope {
  if (entity !== undefined && sector !== undefined)
    throw new PlumblineError('USAGE', ['Give --entity or --sector, not both.']);
  if (sector !== undefined) return { scope: 'sector', entityId: null, sector };
  if (entity === undefined) return { scope: 'ledger', entityId: null, sector: null };
  const found = findEntityNamed(context.session.ledger, entity, knownAt);
  if (found === null) throw new PlumblineError('SUBJECT_UNKNOWN', [entity]);
  return { scope: 'entity', entityId: found.id, sector: null };
}

function setInForce(listed: Listed, signal: string, { scope, entityId, sector }: Scope) {
  return listed.sets.find(
    (set) => set.key === signal && set.scope === scope && set.entityId === entityId && set.sector === sector,
  );
}

/** Steps that are not given keep what is in force for the scope, else the default. */
function numbersOf(listed: Listed, signal: string, scope: Scope, options: ThresholdOptions) {
  const measure = listed.measures.find(({ key }) => key === signal);
  if (measure === undefined)
    throw new PlumblineError('SIGNAL_UNKNOWN', [
      signal,
      `Known: ${listed.measures.map(({ key }) => key).join(', ')}`,
    ]);
  const ledgerWide = setInForce(listed, signal, { scope: 'ledger', entityId: null, sector: null });
  const current = setInForce(listed, signal, scope) ?? ledgerWide ?? measure.defaults;
  return {
    watch: numberOf('--watch', options.watch) ?? current.watch,
    warn: numberOf('--warn', options.warn) ?? current.warn,
    critical: numberOf('--critical', options.critical) ?? current.critical,
  };
}

function numberOf(flag: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  const amount = Number(text);
  if (text.trim() === '' || !Number.isFinite(amount))
    throw new PlumblineError('USAGE', [`${flag} takes a number.`]);
  return amount;
}

function reasonOf({ reason }: ThresholdOptions): string {
  if (reason === undefined || reason.trim().length < 3)
    throw new PlumblineError('USAGE', [
      'A change of thresholds needs --reason "…" of three letters or more.',
    ]);
  return reason;
}

async function clear(
  { call }: LedgerClient,
  { listed, signal, scope, reason }: { listed: Listed; signal: string; scope: Scope; reason: string },
  terminal: Terminal,
): Promise<number> {
  const set = setInForce(listed, signal, scope);
  if (set === undefined)
    throw new PlumblineError('ENTRY_MISSING', [`No set of ${signal} is in force there.`]);
  const done = await call('thresholds', 'clear', { id: set.id, version: set.version, reason });
  terminal.say(`Change ${done.seq}: ${signal} is back to the wider set or the default.`);
  terminal.document({ seq: done.seq });
  return 0;
}

type Moved = readonly {
  readonly subject: string;
  readonly scope: string;
  readonly name: string;
  readonly before: string;
  readonly after: string;
}[];

async function preview(
  { call }: LedgerClient,
  proposed: Parameters<typeof previewInput>[0],
  terminal: Terminal,
): Promise<number> {
  const answer = await call('thresholds', 'preview', previewInput(proposed));
  sayMoved(terminal, answer.moved);
  terminal.say(`${answer.unchanged} stay as they are. Nothing was changed.`);
  terminal.document({ preview: true, ...proposed, ...answer });
  return 0;
}

function previewInput(
  proposed: Scope &
    Moment & {
      readonly key: string;
      readonly watch: number;
      readonly warn: number;
      readonly critical: number;
    },
) {
  return proposed;
}

function sayMoved(terminal: Terminal, moved: Moved): void {
  if (moved.length === 0) terminal.say('No flag moves.');
  for (const { subject, scope, name, before, after } of moved)
    terminal.say(`  ${subject}, ${name} (${scope}): ${before} -> ${after}`);
}

function show(terminal: Terminal, listed: Listed): number {
  for (const { key, unit, defaults } of listed.measures)
    terminal.say(`${key} (${unit}): default ${defaults.watch} / ${defaults.warn} / ${defaults.critical}`);
  for (const set of listed.sets)
    terminal.say(
      `  ${set.key} for ${set.entity ?? set.sector ?? 'the ledger'}: ${set.watch} / ${set.warn} / ${set.critical} by ${set.author}: ${set.reason}`,
    );
  for (const line of listed.history)
    terminal.say(
      `  ${line.at} ${line.author} ${line.did} ${line.key} ${line.watch} / ${line.warn} / ${line.critical}: ${line.reason ?? ''}`,
    );
  terminal.document(listed);
  return 0;
}
