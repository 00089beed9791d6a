import { REASON_CODES, STEP_STATES } from '#core/model/disposition.ts';
import { isDay } from '#core/quantities/day.ts';
import { refOf } from '#core/signals/disposition.ts';
import type { Flag } from '#core/signals/flag.ts';
import type { dispositionsTopic } from '#shared/contract/dispositions.ts';
import type { OutputOf } from '#shared/contract/procedure.ts';
import { PlumblineError } from '#shared/errors.ts';
import { type MomentOptions, momentOf } from './moment.ts';
import { type LedgerClient, withLedger } from './session.ts';
import { subjectId } from './signals.ts';
import type { Terminal } from './terminal.ts';

export interface DispositionOptions extends MomentOptions {
  readonly subject?: string;
  readonly measure?: string;
  readonly scope?: string;
  readonly state?: string;
  readonly note?: string;
  readonly reviewer?: string;
  readonly reasonCode?: string;
  readonly mitigant?: string;
  readonly evidence?: readonly string[];
  readonly expires?: string;
  readonly author?: string;
}

interface Order {
  readonly action: string | undefined;
  readonly signal: string | undefined;
  readonly options: DispositionOptions;
}

/** `list` (also without an action) tells every review with its steps; `decide SIGNAL` records the next step of one. */
export async function dispositionsCommand(
  path: string,
  { action = 'list', signal, options }: Order,
  terminal: Terminal,
): Promise<number> {
  if (action === 'list') return listCommand(path, options, terminal);
  if (action !== 'decide') throw new PlumblineError('USAGE', ['dispositions takes list or decide.']);
  if (signal === undefined) throw new PlumblineError('USAGE', ['Name the signal whose flag is decided.']);
  return decideCommand(path, signal, options, terminal);
}

function listCommand(path: string, options: DispositionOptions, terminal: Terminal): Promise<number> {
  const moment = momentOf(options);
  return withLedger({ path, access: 'read', terminal }, async (client) => {
    const listed = await client.call('dispositions', 'list', {
      subjectId: subjectId(client, options.subject, moment.knownAt),
      ...moment,
    });
    for (const one of listed.reviews) sayReview(terminal, one);
    if (listed.reviews.length === 0) terminal.say('Nothing has been decided about any flag.');
    terminal.document({ ledger: path, ...listed });
    return 0;
  });
}

type Reviewed = OutputOf<typeof dispositionsTopic.list>['reviews'][number];

function sayReview(
  terminal: Terminal,
  { subject, name, scopeName, severity, review, steps }: Reviewed,
): void {
  const standing = review === null ? 'no such flag any more' : `${review.state}${reopenedText(review)}`;
  terminal.say(`${subject}: ${name}, ${scopeName ?? 'in total'} (${severity ?? 'gone'}): ${standing}`);
  for (const { recordedAt, state, author, reviewer, expiresOn, note, undoneAt } of steps)
    terminal.say(
      `  ${recordedAt} ${state} by ${author}${reviewer === null ? '' : `, reviewed by ${reviewer}`}` +
        `${expiresOn === null ? '' : `, until ${expiresOn}`}${undoneAt === null ? '' : `, undone ${undoneAt}`}: ${note}`,
    );
}

/** `, reopened: inputs-changed` or nothing. */
function reopenedText({ reopened }: NonNullable<Reviewed['review']>): string {
  return reopened === null ? '' : `, reopened: ${reopened.why}`;
}

async function decideCommand(
  path: string,
  signal: string,
  options: DispositionOptions,
  terminal: Terminal,
): Promise<number> {
  const { state, note } = options;
  if (state === undefined || note === undefined)
    throw new PlumblineError('USAGE', ['A decision takes --state and --note "…".']);
  const decision = {
    state: oneOf(STEP_STATES, state, '--state'),
    note,
    reviewer: options.reviewer ?? null,
    reasonCode:
      options.reasonCode === undefined ? null : oneOf(REASON_CODES, options.reasonCode, '--reason-code'),
    mitigant: options.mitigant ?? null,
    evidenceIds: [...(options.evidence ?? [])],
    expiresOn: dayOf(options.expires),
  };
  const { asOf } = momentOf(options);
  return withLedger({ path, access: 'write', terminal, author: options.author }, async (client) => {
    const ref = refOf(await flagNamed(client, signal, { ...options, asOf }));
    const { fingerprint } = await client.call('dispositions', 'get', { ...ref, asOf });
    const done = await client.call('dispositions', 'decide', { ...ref, asOf, fingerprint, ...decision });
    terminal.say(`Change ${done.seq}: ${signal} ${state}${done.isSelfReviewed ? ', self-reviewed' : ''}.`);
    terminal.document(done);
    return 0;
  });
}

/** The flag that signal, measure and scope name; throws USAGE with the candidates where they name none or several. */
async function flagNamed(
  client: LedgerClient,
  signal: string,
  {
    subject,
    measure,
    scope = 'total',
    asOf,
  }: Omit<DispositionOptions, 'asOf'> & { readonly asOf: string | null },
): Promise<Flag> {
  const run = await client.call('signals', 'run', {
    subjectId: subjectId(client, subject, null),
    asOf,
  });
  const ofSignal = run.subjects.flatMap(({ flags }) => flags).filter((flag) => flag.signal === signal);
  if (ofSignal.length === 0) throw new PlumblineError('SIGNAL_UNKNOWN', [signal]);
  const fitting = ofSignal.filter(
    (flag) => isOfScope(flag, scope) && (measure === undefined || flag.measure === measure),
  );
  const [flag, ...others] = fitting;
  if (flag !== undefined && others.length === 0) return flag;
  const candidates = (flag === undefined ? ofSignal : fitting).map(
    (one) => `--subject "${one.subject}"${measureText(one)} --scope "${scopeText(one)}"`,
  );
  throw new PlumblineError('USAGE', ['Name one flag of the signal:', ...candidates]);
}

function isOfScope(flag: Flag, wanted: string): boolean {
  const { scope } = flag;
  return (
    scopeText(flag).toLowerCase() === wanted.toLowerCase() || (scope.kind !== 'total' && scope.id === wanted)
  );
}

function scopeText({ scope }: Flag): string {
  return scope.kind === 'total' ? 'total' : scope.name;
}

function measureText({ measure }: Flag): string {
  return measure === null ? '' : ` --measure ${measure}`;
}

function dayOf(text: string | undefined): string | null {
  if (text !== undefined && !isDay(text))
    throw new PlumblineError('USAGE', ['--expires takes a day such as 2026-11-03.']);
  return text ?? null;
}

function oneOf<const T extends string>(known: readonly T[], text: string, option: string): T {
  const found = known.find((one) => one === text);
  if (found === undefined) throw new PlumblineError('USAGE', [`${option} takes ${known.join(', ')}.`]);
  return found;
}
