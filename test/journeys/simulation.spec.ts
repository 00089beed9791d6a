import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { goTo, sidePanel } from './places.ts';

/** Opens the card of the first flag of a signal that shows these words. */
async function openCard(page: Page, signal: RegExp, words = ''): Promise<Locator> {
  await goTo(page, 'Signals');
  await page
    .getByRole('listbox', { name: 'Flags' })
    .getByRole('group', { name: signal })
    .getByRole('option')
    .filter({ hasText: words })
    .first()
    .click();
  const card = sidePanel(page);
  await expect(card.getByRole('heading', { name: 'How likely' })).toBeVisible();
  return card;
}

const simulate = (card: Locator) => card.getByRole('button', { name: /^Simulate/ });

test('a flag says how often it passes its thresholds, from which draws, and in a table', async ({
  app: { page },
}) => {
  const card = await openCard(page, /Next-12-month/);
  await simulate(card).click();
  await expect(card).toContainText('In every trial it is above 1x.');
  await expect(card).toContainText('OpenAI: tenor of commitments: 5 to 7 years, all equally likely.');
  await expect(card).toContainText('100,000 trials from seed 20251103');
  await expect(card).toContainText('The severity stays that of the stated figures');
  const median = card.getByRole('definition').filter({ hasText: /^18x$/ });
  await expect(median).toBeVisible();

  const picture = card.getByRole('region', { name: 'Where the trials fall' });
  await expect(picture.getByRole('img', { name: /Where the trials fall/ })).toBeVisible();
  await picture.getByRole('button', { name: 'Show as table' }).click();
  await expect(picture.getByRole('columnheader')).toHaveText(['From', 'To', 'Trials', 'Share of trials']);
  expect(await picture.getByRole('row').count()).toBeGreaterThan(20);
});

test('a figure without an upper end is asked for, and the answer says whose end it is', async ({
  app: { page },
}) => {
  const card = await openCard(page, /^Valuation multiple/, '38.5x');
  await simulate(card).click();
  const cap = card.getByRole('textbox', { name: 'Upper end of OpenAI: value of the company' });
  await expect(card).toContainText('Give the highest amount that you think possible.');
  await cap.fill('400bn');
  await expect(card).toContainText('It must be above USD 500bn, which is stated.');
  await cap.fill('750bn');
  await simulate(card).click();
  await expect(card).toContainText('most likely USD 500bn, the upper end set by you');
  await expect(card).toContainText(/In 8\d of 100 trials it is above 40x: very likely\./);
});

test('another choice of figures opens the range, and what cannot be drawn says why', async ({
  app: { page },
}) => {
  const exact = await openCard(page, /Purchase commitments to revenue/);
  await expect(exact).toContainText('These figures are all exact');
  await expect(simulate(exact)).toBeHidden();
  await exact.getByRole('combobox', { name: 'Figures' }).click();
  await page.getByRole('option', { name: 'Range of all but the weakest sources' }).click();
  await exact.getByRole('textbox', { name: 'Upper end of OpenAI: total commitments' }).fill('2tn');
  await simulate(exact).click();
  await expect(exact).toContainText('100,000 trials');

  const counted = await openCard(page, /^Dispersion/);
  await expect(counted).toContainText('No plain arithmetic on single figures stands behind this');
  await expect(simulate(counted)).toBeHidden();
});

test('a long one shows how far it is and stops when told', async ({ app: { page } }) => {
  const card = await openCard(page, /Commitments against projected revenue/);
  await card.getByText('More', { exact: true }).click();
  await card.getByRole('textbox', { name: 'Trials' }).fill('1,000,000');
  await page.evaluate(() => {
    const watcher = new MutationObserver(() => {
      const cancel = [...document.querySelectorAll('button')].find(
        ({ textContent }) => textContent === 'Cancel',
      );
      if (cancel === undefined) return;
      watcher.disconnect();
      document.body.dataset['wasRunning'] = String(document.querySelector('[role=progressbar]') !== null);
      cancel.click();
    });
    watcher.observe(document.body, { childList: true, subtree: true });
  });
  await simulate(card).click();
  await expect(page.locator('body')).toHaveAttribute('data-was-running', 'true');
  await expect(card.getByRole('button', { name: 'Cancel' })).toBeHidden();
  await expect(simulate(card)).toBeEnabled();
  await expect(card.getByRole('heading', { name: 'Drawn from' })).toBeHidden();
});
