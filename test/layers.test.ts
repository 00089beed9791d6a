import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Who may import what (architecture page). The compiler keeps Node and the DOM out of core; this keeps the rest. */
const ROOT = join(import.meta.dirname, '..');

interface Layer {
  readonly folder: string;
  readonly mayImport: readonly RegExp[];
}

const NODE = /^node:/;
const LAYERS: readonly Layer[] = [
  {
    folder: 'src/core/',
    mayImport: [/^src\/core\//, /^zod$/, /^temporal-polyfill$/, /^@marcbachmann\/cel-js$/],
  },
  { folder: 'src/shared/', mayImport: [/^src\/(shared|core)\//, /^zod$/] },
  { folder: 'src/preload/', mayImport: [/^src\/(preload|shared)\//, /^electron$/] },
  {
    folder: 'src/main/ledger/',
    mayImport: [/^src\/(core|shared|main\/ledger)\//, NODE, /^better-sqlite3$/, /^zod$/],
  },
  {
    folder: 'src/main/exports/',
    mayImport: [/^src\/(core|shared|main\/exports)\//, NODE, /^yazl$/, /^csv-stringify/],
  },
  {
    folder: 'src/main/intake/',
    mayImport: [
      /^src\/(core|shared|main\/intake)\//,
      /^resources\//,
      NODE,
      /^csv-parse/,
      /^zod$/,
      /^(@mozilla\/readability|linkedom|saxes|unpdf\/pdfjs|yauzl)$/,
    ],
  },
  {
    folder: 'src/main/api/',
    mayImport: [/^src\/(core|shared|main\/(api|ledger|exports|intake|home))/, NODE, /^zod$/],
  },
  {
    folder: 'src/main/transport/',
    mayImport: [
      /^src\/(core|shared|main\/(transport|api|ledger|intake\/documents|exports\/file-name|cli\/new|home))/,
      NODE,
      /^zod$/,
      /^package\.json$/,
    ],
  },
  {
    folder: 'src/main/desktop/',
    mayImport: [/^src\/(core|shared|main)\//, NODE, /^electron$/, /^package\.json$/],
  },
  {
    folder: 'src/main/cli/',
    mayImport: [
      /^src\/(core|shared|main\/(cli|api|ledger|exports|intake|transport|home))/,
      NODE,
      /^commander$/,
      /^zod$/,
      /^package\.json$/,
    ],
  },
  {
    folder: 'src/renderer/',
    mayImport: [/^src\/(renderer|shared|core)\//, /^(?!src\/|node:|electron$|better-sqlite3$)[@.a-z]/],
  },
];

/** Packages that one folder keeps to itself. */
const OWNED: readonly (readonly [RegExp, string])[] = [
  [/^better-sqlite3$/, 'src/main/ledger/'],
  [/^electron$/, 'src/(main/desktop|preload)/'],
  [/^ag-grid/, 'src/renderer/grid/'],
  [/^chart(\.js|js-)/, 'src/renderer/chart/'],
];

const ALIASES = {
  '#core/': 'src/core/',
  '#shared/': 'src/shared/',
  '#main/': 'src/main/',
  '#renderer/': 'src/renderer/',
} as const;

interface Import {
  readonly file: string;
  readonly target: string;
}

function sourceFiles(): string[] {
  return readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `src/${name.replaceAll('\\', '/')}`);
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const found = [
    ...text.matchAll(
      /^(?:import\b|export\b[^'\n]*\bfrom\b|\}\s*from\b)[^'\n]*'([^'\n]+)'|\bimport\('([^'\n]+)'\)/gm,
    ),
  ].map((match) => match[1] ?? match[2] ?? '');
  return found.map((specifier) => ({ file, target: resolved(file, specifier) }));
}

function resolved(file: string, specifier: string): string {
  const alias = Object.entries(ALIASES).find(([prefix]) => specifier.startsWith(prefix));
  if (alias !== undefined) return specifier.replace(alias[0], alias[1]);
  if (!specifier.startsWith('.')) return specifier;
  return relative(ROOT, join(ROOT, file, '..', specifier)).replaceAll('\\', '/');
}

function offences(imports: readonly Import[]): string[] {
  return imports
    .filter(({ file, target }) => {
      const layer = LAYERS.find(({ folder }) => file.startsWith(folder));
      const isAllowed = layer === undefined || layer.mayImport.some((pattern) => pattern.test(target));
      const owner = OWNED.find(([pattern]) => pattern.test(target));
      return !isAllowed || (owner !== undefined && !new RegExp(`^${owner[1]}`).test(file));
    })
    .map(({ file, target }) => `${file} imports ${target}`);
}

describe('layers', () => {
  const files = sourceFiles();

  it('are kept by every import', () => {
    expect(offences(files.flatMap(importsOf))).toEqual([]);
  });

  it('would be seen broken', () => {
    expect(offences([{ file: 'src/core/model/deal.ts', target: 'node:fs' }])).toHaveLength(1);
    expect(
      offences([{ file: 'src/main/api/entries.ts', target: 'src/main/transport/http.ts' }]),
    ).toHaveLength(1);
    expect(offences([{ file: 'src/main/api/entries.ts', target: 'better-sqlite3' }])).toHaveLength(1);
    expect(offences([{ file: 'src/renderer/app/x.tsx', target: 'src/main/home.ts' }])).toHaveLength(1);
  });

  it('inside core lead from signals to metrics to the model, never back', () => {
    const back = files
      .filter((file) => /^src\/core\/(metrics|figures|model|quantities)\//.test(file))
      .flatMap(importsOf)
      .filter(
        ({ file, target }) =>
          target.startsWith('src/core/signals/') ||
          (/\/(model|quantities)\//.test(file) && target.startsWith('src/core/metrics/')),
      );
    expect(back).toEqual([]);
  });

  it('leave no file longer than a reader can hold', () => {
    const long = files.filter((file) => readFileSync(join(ROOT, file), 'utf8').split('\n').length > 301);
    expect(long).toEqual([]);
  });

  it('read no clock, locale or chance inside core', () => {
    const impure = files
      .filter((file) => file.startsWith('src/core/'))
      .filter((file) =>
        /\bnew Date\(\)|Date\.now\(|Math\.random\(|toLocale|Intl\.|Temporal\.Now/.test(
          readFileSync(join(ROOT, file), 'utf8'),
        ),
      );
    expect(impure).toEqual([]);
  });
});
