import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { modelMarkdown } from '#core/model/model-docs.ts';
import { nouns } from '#core/model/nouns.ts';
import { errorsMarkdown } from '#shared/error-docs.ts';
import { ERRORS } from '#shared/errors.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

describe('generated pages', () => {
  it('are what the registries say (else: npm run docs)', () => {
    expect(read('docs/errors.md')).toBe(errorsMarkdown());
    expect(read('docs/model.md')).toBe(modelMarkdown());
  });

  it('hold every code and every noun', () => {
    for (const code of Object.keys(ERRORS)) expect(read('docs/errors.md')).toContain(`\`${code}\``);
    for (const { table } of Object.values(nouns)) expect(read('docs/model.md')).toContain(`\`${table}\``);
  });
});

describe('written pages', () => {
  const pages = [
    'README.md',
    'CHANGELOG.md',
    ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
  ];

  it.each(pages)('%s links only to what is there', (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((match) => match[1] ?? '');
    expect(links.filter((link) => !existsSync(join(ROOT, dirname(page), link)))).toEqual([]);
  });

  it('the README names every command of the command line', () => {
    const commands = [...read('src/main/cli/main.ts').matchAll(/add\('(\w+)/g)].map(
      (match) => match[1] ?? '',
    );
    expect(commands.length).toBeGreaterThan(8);
    const page = read('README.md');
    expect(commands.filter((command) => !page.includes(`plumbline ${command}`))).toEqual([]);
  });
});
