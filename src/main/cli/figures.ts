import { VERDICTS } from '#core/report/matter.ts';
import { findEntityNamed } from '#main/ledger/subjects.ts';
import type { figuresTopic } from '#shared/contract/figures.ts';
import type { OutputOf } from '#shared/contract/procedure.ts';
import { PlumblineError } from '#shared/errors.ts';
import { type MomentOptions, momentOf } from './moment.ts';
import { type LedgerClient, withLedger } from './session.ts';
import type { Terminal } from './terminal.ts';

export interface FiguresOptions extends MomentOptions {
  readonly subject?: string;
}

type Line = OutputOf<typeof figuresTopic.disputes>['matters'][number];
type Matter = OutputOf<typeof figuresTopic.versions>;

/** What the sources state more than once: the verdict, every version, and the fact that would settle it. */
export async function figuresCommand(
  path: string,
  options: FiguresOptions,
  terminal: Terminal,
): Promise<number> {
  const moment = momentOf(options);
  return withLedger({ path, access: 'read', terminal }, async (client) => {
    const subjects = await subjectsOf(client, options.subject, moment.knownAt);
    const told = [];
    for (const { id, name } of subjects) {
      const { asOf, knownAt, matters } = await client.call('figures', 'disputes', {
        subjectId: id,
        ...moment,
      });
      const full = await versionsOf(client, id, matters, moment);
      told.push({ subject: name, asOf, knownAt, matters: full });
      sayMatters(terminal, name, full);
    }
    terminal.document({ ledger: path, subjects: told });
    if (subjects.length === 0)
      terminal.note('No entity is under review; mark one, or name one with --subject.');
    return 0;
  });
}

async function versionsOf(
  { call }: LedgerClient,
  subjectId: string,
  matters: readonly Line[],
  moment: ReturnType<typeof momentOf>,
): Promise<readonly Matter[]> {
  const full: Matter[] = [];
  for (const { id } of matters) full.push(await call('figures', 'versions', { subjectId, id, ...moment }));
  return full;
}

/** The entity named, or all under review. Throws SUBJECT_UNKNOWN. */
async function subjectsOf(
  { call, context }: LedgerClient,
  name: string | undefined,
  knownAt: string | null,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  if (name === undefined) {
    const subjects = await call('signals', 'subjects', { knownAt });
    return subjects.filter(({ isUnderReview }) => isUnderReview);
  }
  const found = findEntityNamed(context.session.ledger, name, knownAt);
  if (found === null) throw new PlumblineError('SUBJECT_UNKNOWN', [name]);
  return [found];
}

const WIDTH = Math.max(...VERDICTS.map((verdict) => verdict.length)) + 2;

function sayMatters(terminal: Terminal, subject: string, matters: readonly Matter[]): void {
  terminal.say(`${subject}: ${matters.length} matters stated more than once`);
  for (const matter of matters) {
    terminal.say(`  ${matter.verdict.padEnd(WIDTH)}${matter.name}`);
    terminal.say(`  ${' '.repeat(WIDTH)}${matter.verdictWords}`);
    for (const version of matter.versions) terminal.say(`  ${' '.repeat(WIDTH + 2)}${versionText(version)}`);
    terminal.say(`  ${' '.repeat(WIDTH)}${matter.settledBy}`);
  }
}

function versionText({
  stated,
  reliability,
  credibility,
  source,
  difference,
}: Matter['versions'][number]): string {
  const apart = difference === null ? '' : ` (not compared: ${difference})`;
  return `${stated}, ${reliability}${credibility ?? ''}, ${source}${apart}`;
}
