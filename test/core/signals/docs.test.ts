import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { signalsMarkdown } from '#core/signals/docs.ts';
import { signalMeasures, signalRegistry } from '#core/signals/registry.ts';

const page = readFileSync(new URL('../../../docs/signals.md', import.meta.url), 'utf8');

describe('docs/signals.md', () => {
  it('is what the program says; `npm run docs` writes it', () => {
    expect(page).toBe(signalsMarkdown());
  });

  it('has every signal and every key of thresholds', () => {
    expect(signalRegistry.filter(({ name }) => !page.includes(`## ${name}\n`))).toEqual([]);
    expect(signalMeasures.filter(({ key }) => !page.includes(`\`${key}\``))).toEqual([]);
  });
});
