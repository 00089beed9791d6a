import { runSteps, tool } from './steps.mjs';

/** Types, lint, format and dead code. */
export const checks = [
  ...['core', 'shared', 'main', 'renderer'].map((part) => [
    `types of src/${part}`,
    () => tool('typescript/bin/tsc', ['-p', `tsconfig.${part}.json`]),
  ]),
  ['types of tests', () => tool('typescript/bin/tsc', ['-p', 'tsconfig.json'])],
  ['lint and format', () => tool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.'])],
  [
    'floating promises',
    () =>
      tool('oxlint/bin/oxlint', [
        '--type-aware',
        '-A',
        'all',
        '-D',
        'typescript/no-floating-promises',
        '-D',
        'typescript/no-misused-promises',
        'src',
      ]),
  ],
  ['dead code', () => tool('knip/bin/knip.js', [])],
];

if (import.meta.filename === process.argv[1]) {
  const results = runSteps(checks);
  process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
}
