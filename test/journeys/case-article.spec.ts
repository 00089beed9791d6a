import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from './app.ts';
import { dropOn, inHand, textOf, turnDownTheRest } from './documents.ts';
import { standsAt } from './places.ts';

/** The case's own articles are no part of the project; they lie beside the checkout or nowhere. */
const FOLDER = new URL('../../../shared/case/sources/', import.meta.url);
const FIRST = existsSync(FOLDER)
  ? readdirSync(FOLDER)
      .sort()
      .find((name) => name.startsWith('003'))
  : undefined;

test('a full pass over an article of the case, by keys alone, ends at 100 %', async ({ app: { page } }) => {
  test.skip(FIRST === undefined, 'NOT RUN: the articles of the case are not beside this checkout');
  if (FIRST === undefined) return;
  test.setTimeout(240_000);
  await standsAt(page, 'Overview');
  await dropOn(page, { name: FIRST, type: 'text/plain', bytes: readFileSync(new URL(FIRST, FOLDER)) });
  // The sample case names this source and holds no text of it: the analyst says that this is its text.
  const asked = page.getByRole('dialog', { name: 'Is this a text that the ledger knows?' });
  await expect(asked.getByRole('radio', { name: /^The text of/ })).toBeChecked({ timeout: 40_000 });
  await asked.getByRole('button', { name: 'Take it in' }).click();
  await expect(textOf(page)).toBeFocused({ timeout: 40_000 });
  await expect(textOf(page)).toContainText('Set aside: related stories');
  // The words of the sample are found in it, so that what rests on them is captured from the start.
  await expect(page.getByText(/^[1-9]\d* captured$/)).toBeVisible();
  await expect(inHand(page)).not.toHaveText('Done');
  await turnDownTheRest(page);
  await expect(inHand(page)).toHaveText('Done');
  await expect(page.getByText('Done: 100 %')).toBeVisible();
});
