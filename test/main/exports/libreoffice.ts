import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** LibreOffice as a second reader of what is exported; tests that need it say so where it is absent. */
export const hasLibreOffice = spawnSync('soffice', ['--version'], { timeout: 60_000 }).status === 0;

export const LIBREOFFICE = hasLibreOffice ? 'in LibreOffice' : 'not run: no LibreOffice here';

/** The bytes as LibreOffice reads them, saved in another format. */
export function convert(bytes: Buffer, from: string, to: string, options: readonly string[] = []): string {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-office-'));
  try {
    writeFileSync(join(folder, `in.${from}`), bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    execFileSync(
      'soffice',
      [profile, '--headless', ...options, '--convert-to', to, '--outdir', folder, join(folder, `in.${from}`)],
      { timeout: 100_000, stdio: 'pipe' },
    );
    const made = readdirSync(folder).find((name) => name.startsWith('in') && name !== `in.${from}`);
    return readFileSync(join(folder, made ?? 'nothing was made'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
