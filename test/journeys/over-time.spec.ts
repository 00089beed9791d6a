import { expect, test } from './app.ts';
import { goTo, sidePanel } from './places.ts';

test('a flag is shown over time: gaps where it was not known, and what changed at each point', async ({
  app: { page },
}) => {
  await goTo(page, 'Signals');
  const card = sidePanel(page);
  await expect(card).toContainText('107.7x');
  await card.getByRole('button', { name: 'Show over time' }).click();
  const section = card.getByRole('region', { name: 'Over time' }).first();
  await section.getByText('Known at').click();
  await expect(section.getByRole('img', { name: /^Over time\..*107\.7x, critical/ })).toBeVisible();

  await section.getByRole('button', { name: 'Show as table' }).click();
  const rows = section.getByRole('table').getByRole('row');
  await expect(rows.nth(1)).toContainText('Not on file then');
  await expect(rows.nth(1)).not.toContainText('0x');
  const last = rows.last();
  await expect(last).toContainText('107.7x');
  await rows.filter({ hasText: 'Not enough data' }).first().getByRole('button').click();
  await expect(section.getByRole('heading', { level: 4 })).toContainText('Not enough data');
  await last.getByRole('button').click();
  await expect(section.getByRole('heading', { level: 4 })).toContainText('107.7x, critical');
  await section.getByRole('button', { name: 'Hide' }).click();
  await expect(card.getByRole('button', { name: 'Show over time' })).toBeVisible();
});

test('the card carries its rows, its moment, and the ids of its inputs', async ({ app: { page } }) => {
  await goTo(page, 'Signals');
  await page
    .getByRole('option', { name: /Supplier concentration: HHI/ })
    .first()
    .click();
  const card = sidePanel(page);
  const oracle = card.getByRole('table', { name: 'Shares' }).getByRole('row').filter({ hasText: 'Oracle' });
  await expect(oracle).toContainText('USD 300bn');
  await expect(oracle).toContainText('49.1%');
  await expect(card).toContainText(
    /As of .*, with all that is known now; methods version \d+\.\d+; default thresholds\./,
  );
  await expect(card.getByRole('heading', { name: 'Review' })).toHaveCount(1);
});

test('money in talks and undisclosed amounts are named on the card, never as zero or clear', async ({
  app: { page },
}) => {
  await goTo(page, 'Signals');
  const card = sidePanel(page);
  await page
    .getByRole('group', { name: /Unfunded commitments/ })
    .getByRole('option', { name: /OpenAI buys cloud compute from AWS/ })
    .click();
  const uses = card.getByRole('table', { name: 'Sources and uses' });
  await expect(uses.getByRole('row').filter({ hasText: 'Cash' })).toContainText('unknown');
  await expect(uses.getByRole('row').filter({ hasText: 'Cash' })).toContainText('not disclosed, as if none');
  await expect(uses.getByRole('row').filter({ hasText: 'if all money in talks arrives' })).toContainText(
    'USD 28bn',
  );

  await page
    .getByRole('option', { name: /Cash runway/ })
    .or(page.getByRole('group', { name: /Cash runway/ }).getByRole('option'))
    .first()
    .click();
  await expect(card).toContainText('This is not an all-clear.');
  await expect(card.getByRole('heading', { name: 'What is missing' })).toBeVisible();

  await page.getByRole('textbox', { name: 'Search the flags' }).fill('Oracle – OpenAI');
  await page
    .getByRole('option', { name: /Oracle – OpenAI/ })
    .first()
    .click();
  await expect(card).toContainText('Oracle – OpenAI');
  await expect(card).toContainText('unknown');
});
