import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { newDesk } from './run-cli.ts';

it('thresholds go to a file and back through the command line; a fault names its line and changes nothing', () => {
  const { run, folder } = newDesk();
  const steps = ['--watch', '2', '--warn', '5', '--critical', '120', '--reason', 'House view'];
  expect(run('thresholds', 'case.plumb', 'commitment-to-revenue', ...steps).exit).toBe(0);
  expect(run('thresholds', 'export', 'case.plumb', 'sets.json', '--json').json).toMatchObject({ sets: 1 });
  const text = readFileSync(join(folder, 'sets.json'), 'utf8');
  expect(run('thresholds', 'case.plumb', 'commitment-to-revenue', '--clear', '--reason', 'Back').exit).toBe(
    0,
  );

  const dry = run('thresholds', 'import', 'case.plumb', 'sets.json', '--dry-run', '--json');
  expect(dry.json).toMatchObject({ dryRun: true, faults: [], sets: [{ line: 6, change: 'new' }] });
  expect(run('thresholds', 'import', 'case.plumb', 'sets.json').exit).toBe(2);
  const done = run(
    'thresholds',
    'import',
    'case.plumb',
    'sets.json',
    '--reason',
    'House view again',
    '--json',
  );
  expect([done.exit, done.json]).toEqual([0, expect.objectContaining({ imported: 1, same: 0 })]);
  expect(run('thresholds', 'export', 'case.plumb', 'again.json').exit).toBe(0);
  expect(readFileSync(join(folder, 'again.json'), 'utf8')).toBe(text);

  writeFileSync(join(folder, 'bad.json'), text.replace('"warn":5', '"warn":1'));
  expect(run('thresholds', 'import', 'case.plumb', 'bad.json', '--dry-run').exit).toBe(1);
  const refused = run('thresholds', 'import', 'case.plumb', 'bad.json', '--reason', 'House view', '--json');
  expect([refused.exit, refused.json.error.code]).toEqual([3, 'THRESHOLDS_FILE']);
  expect(refused.json.error.details[0]).toMatch(/^Line 6: The steps of commitment-to-revenue/);
});
