import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkExpression } from '#core/signals/own/check.ts';
import { ownSignalsMarkdown } from '#core/signals/own/docs.ts';
import { vocabulary } from '#core/signals/own/vocabulary.ts';
import { vocabularyList } from '#core/signals/own/vocabulary-list.ts';

const page = readFileSync(join(import.meta.dirname, '../../../../docs/own-signals.md'), 'utf8');

it('the page is what the vocabulary says (else: npm run docs)', () => {
  expect(page).toBe(ownSignalsMarkdown());
  expect(vocabulary.filter(({ id }) => !page.includes(`\`${id}`) && !page.includes(`${id}(`))).toEqual([]);
});

it('every example of the list and of the page can be read, alone or in a ratio', () => {
  const examples = [...page.matchAll(/^```\n([\s\S]*?)```/gm)].flatMap((match) =>
    (match[1] ?? '').trim().split('\n'),
  );
  expect(examples.length).toBe(4);
  expect(examples.flatMap((example) => problemOf(example))).toEqual([]);
  const alone = vocabularyList
    .filter(({ group }) => group !== 'constant')
    .flatMap(({ example }) => problemOf(example))
    .filter((message) => !message.startsWith('The result is'));
  expect(alone).toEqual([]);
});

function problemOf(expression: string): string[] {
  const check = checkExpression(expression);
  return check.state === 'refused' ? [check.problem.message] : [];
}
