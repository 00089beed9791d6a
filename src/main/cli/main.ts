import { Command, CommanderError } from 'commander';
import { asPlumblineError } from '#main/ledger/errors.ts';
import { ERRORS, PlumblineError, reportOf } from '#shared/errors.ts';
import packageFile from '../../../package.json' with { type: 'json' };
import { backupCommand } from './backup.ts';
import { dispositionsCommand } from './dispositions.ts';
import { exportCommand } from './export.ts';
import { extractCommand } from './extract.ts';
import { figuresCommand } from './figures.ts';
import { historyCommand, stepCommand } from './history.ts';
import { importCommand } from './import.ts';
import { newCommand } from './new.ts';
import { serveCommand } from './serve.ts';
import { signalsCommand } from './signals.ts';
import { simulateCommand } from './simulate.ts';
import { openTerminal, refuse, type Terminal } from './terminal.ts';
import { exportThresholdsCommand, importThresholdsCommand } from './threshold-files.ts';
import { thresholdsCommand } from './thresholds.ts';
import { verifyCommand } from './verify.ts';

/** The command line of DESIGN §7. Exit codes: 0 done, 1 done with findings, 2 wrong usage, 3 input or ledger refused. */
async function main(argv: readonly string[]): Promise<number> {
  const terminal = openTerminal(argv.includes('--json'));
  let exit = 0;
  const run = async (work: Promise<number> | number): Promise<void> => {
    exit = await work;
  };
  try {
    await program(terminal, run).parseAsync(argv, { from: 'user' });
    return exit;
  } catch (thrown) {
    if (thrown instanceof CommanderError) return explained(terminal, thrown);
    return refuse(terminal, asPlumblineError(thrown));
  }
}

/** Commander has said on standard error what is wrong; under --json the document says it too. */
function explained(terminal: Terminal, { exitCode, message }: CommanderError): number {
  if (exitCode === 0) return 0;
  terminal.document({ error: reportOf(new PlumblineError('USAGE', [message.replace(/^error: /, '')])) });
  return ERRORS.USAGE.exit;
}

type Run = (work: Promise<number> | number) => Promise<void>;

function program(terminal: Terminal, run: Run): Command {
  const root = new Command('plumbline')
    .description('An offline ledger for investor due diligence.')
    .version(packageFile.version)
    .option('--json', 'one JSON document on standard output')
    .exitOverride()
    .showHelpAfterError('(plumbline --help lists the commands)');
  const add = (usage: string, description: string): Command =>
    root
      .command(usage)
      .description(description)
      .option('--json', 'one JSON document on standard output')
      .exitOverride();

  add('new <ledger>', 'make a ledger file')
    .option('--sample', 'with the sample case: OpenAI and its suppliers')
    .action((path, options) => run(newCommand(path, options, terminal)));
  add('serve [ledger]', 'open a ledger in the browser')
    .option('--port <n>', 'listen on this port of 127.0.0.1')
    .option('--no-open', 'print the address, open no browser')
    .option('--keep-open', 'do not stop when no window is left')
    .action((path, options) => run(serveCommand({ ledger: path ?? null, ...options }, terminal)));
  add('import <ledger> <files...>', 'take tables in, or documents to read')
    .option(
      '--as <kind>',
      'source for documents; tables: entities, sources, figures, deals, quotes, reactions, prices or fx',
    )
    .option('--mapping <file>', 'tables: JSON: {"their header": "our field"}')
    .option('--accept <level>', 'documents: high takes the candidates that may be trusted unread')
    .option('--encoding <name>', 'documents: of a text that is not UTF-8, such as windows-1252')
    .option('--newer', 'documents: the newer text of the one of that title')
    .option('--as-new', 'documents: of their own, whatever is on file')
    .option('--dry-run', 'check, and change nothing')
    .action((path, files, options) => run(importCommand(path, files, options, terminal)));
  add('extract <files...>', 'what the words of documents propose; no ledger needed')
    .option('--encoding <name>', 'of text that is no UTF-8, such as windows-1252')
    .action((files, options) => run(extractCommand(files, options, terminal)));
  add('signals <ledger>', 'evaluate the signals')
    .option('--subject <name>', 'one entity instead of all under review')
    .option('--all', 'every company on file, written as it is worked out')
    .option('--as-of <day>', 'as of this day, e.g. 2025-11-03')
    .option('--known-at <instant>', 'with what was recorded until then')
    .option('--fail-on <severity>', 'exit with 1 at critical, warn or watch')
    .action((path, options) => run(signalsCommand(path, options, terminal)));
  add('simulate <ledger>', 'draw the figures behind one signal at random within their ranges')
    .option('--signal <id>', 'such as commitment-to-revenue')
    .option('--subject <name>', 'the entity; the one under review unless given')
    .option('--measure <id>', 'one of several numbers of the signal')
    .option('--deal <name>', 'for one deal instead of the whole')
    .option('--policy <id>', 'figures by most-reliable, latest or range-hull')
    .option('--trials <n>', '1,000 to 1,000,000; 100,000 unless given')
    .option('--seed <n>', 'the same seed gives the same trials')
    .option('--cap <figure=amount>', 'upper end of a figure without one; may be repeated', collected, [])
    .option('--as-of <day>', 'as of this day, e.g. 2025-11-03')
    .option('--known-at <instant>', 'with what was recorded until then')
    .action((path, options) => run(simulateCommand(path, options, terminal)));
  add('figures <ledger>', 'what the sources state more than once, with the verdict')
    .option('--subject <name>', 'one entity instead of all under review')
    .option('--as-of <day>', 'as of this day, e.g. 2025-11-03')
    .option('--known-at <instant>', 'with what was recorded until then')
    .action((path, options) => run(figuresCommand(path, options, terminal)));
  add('export <ledger> <out>', 'write a workbook (.xlsx), a table (.csv) or everything (.json)')
    .option('--table <name>', 'one table; a .csv without it holds the deals')
    .option('--as-of <day>', 'signals as of this day')
    .option('--known-at <instant>', 'with what was recorded until then')
    .action((path, out, options) => run(exportCommand(path, out, options, terminal)));
  const thresholds = add('thresholds <ledger> [signal]', 'list thresholds, or set those of a signal')
    .option('--watch <n>')
    .option('--warn <n>')
    .option('--critical <n>')
    .option('--entity <name>', 'for one entity')
    .option('--sector <name>', 'for one sector')
    .option('--reason <text>', 'why; kept in the history')
    .option('--author <name>', 'who; the name you are logged in by unless given')
    .option('--preview', 'say what would move, and change nothing')
    .option('--as-of <day>', 'when listing or previewing: as of this day')
    .option('--known-at <instant>', 'when listing or previewing: with what was recorded until then')
    .option('--clear', 'back to the wider set or the default')
    .action((path, signal, options) => run(thresholdsCommand(path, signal, options, terminal)));
  thresholds
    .command('export <ledger> <out>')
    .description('write all threshold sets in force to a file')
    .exitOverride()
    .action((path, out) => run(exportThresholdsCommand(path, out, terminal)));
  thresholds
    .command('import <ledger> <file>')
    .description('take threshold sets in from such a file, all or none')
    .option('--dry-run', 'say what would change, and change nothing')
    .option('--reason <text>', 'why; kept in the history')
    .option('--author <name>', 'who; the name you are logged in by unless given')
    .exitOverride()
    .action((path, file, _, command) =>
      run(importThresholdsCommand(path, file, command.optsWithGlobals(), terminal)),
    );
  add('dispositions <ledger> [action] [signal]', 'list what was decided about flags, or decide')
    .option('--subject <name>', 'one entity instead of all under review')
    .option('--as-of <day>', 'as of this day, e.g. 2025-11-03')
    .option('--known-at <instant>', 'with what was recorded until then; for the list')
    .option('--measure <id>', 'of a signal that has several')
    .option('--scope <name>', 'the deal or matter the flag is about; the whole of the entity without it')
    .option('--state <state>', 'acknowledged, mitigated, false-positive or reopened')
    .option('--note <text>', 'why, in 20 characters or more')
    .option('--reviewer <name>', 'who else looked at it; asked for at critical')
    .option('--reason-code <code>', 'wrong-input, wrong-entity, out-of-scope, method-unsuited or duplicate')
    .option('--mitigant <text>', 'what mitigates it')
    .option('--evidence <ids...>', 'entries or sources that bear it out')
    .option('--expires <day>', 'after 90, 180 or 365 days unless given')
    .option('--author <name>', 'who; the name you are logged in by unless given')
    .action((path, action, signal, options) =>
      run(dispositionsCommand(path, { action, signal, options }, terminal)),
    );
  add('history <ledger>', 'the latest changes')
    .option('--limit <n>')
    .action((path, options) => run(historyCommand(path, options, terminal)));
  add('undo <ledger>', 'take the last change back').action((path) =>
    run(stepCommand(path, 'undo', terminal)),
  );
  add('redo <ledger>', 'make the undone change again').action((path) =>
    run(stepCommand(path, 'redo', terminal)),
  );
  add('verify <ledger>', 'check that every entry is as it was saved').action((path) =>
    run(verifyCommand(path, terminal)),
  );
  add('backup <ledger> <out>', 'write a checked copy').action((path, out) =>
    run(backupCommand(path, out, terminal)),
  );
  return root;
}

/** An option given several times. */
function collected(one: string, before: readonly string[]): readonly string[] {
  return [...before, one];
}

/** A reader that has seen enough, such as `head`, closes the pipe: no fault of the command. */
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  if (fault.code !== 'EPIPE') throw fault;
});
process.exitCode = await main(process.argv.slice(2));
