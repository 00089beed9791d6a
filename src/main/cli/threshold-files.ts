import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { faultText } from '#main/api/threshold-files.ts';
import { PlumblineError } from '#shared/errors.ts';
import { withLedger } from './session.ts';
import type { Terminal } from './terminal.ts';

export interface ThresholdFileOptions {
  readonly dryRun?: boolean;
  readonly reason?: string;
  readonly author?: string;
  readonly knownAt?: string;
}

export async function exportThresholdsCommand(
  path: string,
  out: string,
  terminal: Terminal,
): Promise<number> {
  const { text, count } = await withLedger({ path, access: 'read', terminal }, ({ call }) =>
    call('thresholds', 'exportFile', {}),
  );
  writeFileSync(out, text);
  terminal.say(`Wrote ${out}, ${count === 1 ? '1 threshold set' : `${count} threshold sets`}.`);
  terminal.document({ ledger: path, file: resolve(out), sets: count });
  return 0;
}

/** Exit code 1 where a dry run finds a fault. */
export async function importThresholdsCommand(
  path: string,
  file: string,
  options: ThresholdFileOptions,
  terminal: Terminal,
): Promise<number> {
  const text = textOf(file);
  const { reason, author } = options;
  if (options.dryRun === true) return await dryRun(path, text, terminal);
  if (reason === undefined || reason.trim().length < 3)
    throw new PlumblineError('USAGE', [
      'An import of thresholds needs --reason "…" of three letters or more.',
    ]);
  const done = await withLedger({ path, access: 'write', terminal, author }, ({ call }) =>
    call('thresholds', 'importFile', { text, reason }),
  );
  terminal.say(
    `Change ${done.seq}: ${done.imported} threshold sets saved, ${done.same} were in force already.`,
  );
  terminal.document({ ledger: path, ...done });
  return 0;
}

async function dryRun(path: string, text: string, terminal: Terminal): Promise<number> {
  const read = await withLedger({ path, access: 'read', terminal }, ({ call }) =>
    call('thresholds', 'readFile', { text }),
  );
  for (const fault of read.faults) terminal.say(faultText(fault));
  for (const { line, key, entity, sector, after, change } of read.sets)
    terminal.say(
      `Line ${line}: ${key} for ${entity ?? sector ?? 'the ledger'}: ${after.watch} / ${after.warn} / ${after.critical}, ${change}`,
    );
  for (const { subject, scope, name, before, after } of read.moved)
    terminal.say(`  ${subject}, ${name} (${scope}): ${before} -> ${after}`);
  terminal.say('Nothing was changed.');
  terminal.document({ ledger: path, dryRun: true, ...read });
  return read.faults.length === 0 ? 0 : 1;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new PlumblineError('THRESHOLDS_FILE', [`${file} could not be read.`], { cause });
  }
}
