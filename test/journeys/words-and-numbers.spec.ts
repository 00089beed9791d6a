import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { callHost } from './call-host.ts';
import { rowOf } from './grid.ts';
import { goTo, sidePanel, standsAt, tile } from './places.ts';

const WORDS = 'OpenAI expects revenue of $17bn this year';
const TEXT = `Pipes and power\n\nThe buyer of compute is growing. ${WORDS}, two people who saw the plan said. Nothing else was disclosed about the quarter.\n`;

/** A document with its text on file, a passage of it, and a figure and a quote that rest on the passage. */
async function takeIn(page: Page): Promise<{ readonly source: string; readonly figure: string }> {
  const named = async (noun: string, search: string): Promise<string> => {
    const [first] = await callHost<{ id: string }[]>(page, 'entries/choices', { noun, search });
    return first?.id ?? '';
  };
  const openai = await named('entity', 'OpenAI');
  const start = TEXT.indexOf(WORDS);
  const place = { startOffset: start, endOffset: start + WORDS.length };
  const sha256 = createHash('sha256').update(TEXT).digest('hex');
  const { ids } = await callHost<{ ids: string[] }>(page, 'entries/write', {
    summary: 'Take in the plan',
    changes: [
      {
        op: 'add',
        noun: 'source',
        key: '$source',
        fields: { title: 'Pipes and power', kind: 'press', reliability: 'C', content: TEXT, sha256 },
      },
      { op: 'add', noun: 'passage', key: '$words', fields: { sourceId: '$source', words: WORDS, ...place } },
      {
        op: 'add',
        noun: 'figure',
        fields: {
          entityId: openai,
          metric: 'revenue',
          qualifier: 'exact',
          unit: 'USD',
          lo: 1_700_000_000_000,
          point: 1_700_000_000_000,
          hi: 1_700_000_000_000,
          basis: 'projection',
          status: 'projected',
          periodLabel: 'this year',
          credibility: 3,
          sourceId: '$source',
          passageId: '$words',
        },
      },
    ],
  });
  return { source: ids[0] ?? '', figure: ids[2] ?? '' };
}

test('a number leads to its words in two presses, and the words back to the number', async ({
  app: { page },
}) => {
  await standsAt(page, 'Overview');
  const { source, figure } = await takeIn(page);
  await page.reload();
  await goTo(page, 'Figures');
  await page.getByRole('textbox', { name: 'Find in figures' }).fill('Pipes and power');

  await rowOf(page, 'OpenAI').getByRole('gridcell', { name: /17/ }).first().click();
  await sidePanel(page).getByRole('button', { name: 'Show in the document' }).click();
  await expect(page).toHaveURL(new RegExp(`#/reader/${source}\\?`));
  await expect(page.getByRole('main')).toContainText('two people who saw the plan said');
  const highlighted = page.getByRole('main').locator('[data-hand]');
  await expect(highlighted.first()).toBeVisible();
  expect((await highlighted.allTextContents()).join('')).toBe(WORDS);

  const rests = page.getByRole('heading', { name: 'Rests on these words (1)' });
  await expect(rests).toBeVisible();
  await page
    .getByRole('button', { name: /OpenAI.*revenue/i })
    .first()
    .click();
  await expect(page).toHaveURL(new RegExp(`entry=${figure}`));
  await expect(sidePanel(page)).toContainText('USD 17bn');
});

test('words are found from the palette and opened at their place', async ({ app: { page } }) => {
  await standsAt(page, 'Overview');
  const { source } = await takeIn(page);
  await page.reload();
  await standsAt(page, 'Overview');
  await page.keyboard.press('Control+k');
  await page.getByRole('textbox', { name: /^Find a screen or a command/ }).fill('saw the plan');
  const hit = page.getByRole('dialog').getByRole('button', { name: /Pipes and power/ });
  await expect(hit.locator('mark').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`#/reader/${source}\\?.*at=(%22)?${TEXT.indexOf('saw the plan')}`));
});

test('an input of a card leads to its words; where no text is held, they stand in the panel and it says so', async ({
  app: { page },
}) => {
  await standsAt(page, 'Overview');
  await tile(page, 'Commitments to revenue').getByRole('button').click();
  await sidePanel(page)
    .getByRole('button', { name: /^Show the words of OpenAI: annual revenue/ })
    .first()
    .click();
  await expect(sidePanel(page).getByRole('blockquote')).toBeVisible();
  await expect(sidePanel(page)).toContainText('The ledger holds no text of this document');
});

test('a question about amounts says how it was understood and tells certain from possible', async ({
  app: { page },
}) => {
  await goTo(page, 'Search');
  await page.getByRole('textbox', { name: 'Search for' }).fill('deals over $100bn with oracle');
  const amounts = page.getByRole('region', { name: 'Amounts' });
  await expect(amounts).toContainText('Understood as: Figures of deals above 100bn USD, found by “oracle”.');
  await expect(amounts.getByRole('button').first()).toContainText('certain');
  await page.keyboard.press('ArrowDown');
  await expect(amounts.getByRole('button').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(sidePanel(page)).toContainText(/USD \d+bn/);

  await page.getByRole('textbox', { name: 'Search for' }).fill('no such word at all');
  await expect(page.getByText('Nothing holds “no such word at all”')).toBeVisible();
});
