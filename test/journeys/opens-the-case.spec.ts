import { expect, test } from './app.ts';
import { standsAt, tile } from './places.ts';

test('the sample case opens on its overview, with the numbers of the case', async ({ app: { page } }) => {
  await standsAt(page, 'Overview');
  await expect(page.getByRole('combobox', { name: 'Under review' })).toHaveValue('OpenAI');

  const ratio = tile(page, 'Commitments to revenue');
  await expect(ratio).toContainText('107.7x');
  await expect(ratio).toContainText('Critical');
  await expect(tile(page, 'Stated commitments')).toContainText('USD 1.4tn');
  await expect(tile(page, 'Annual revenue')).toContainText('USD 13bn');
  await expect(tile(page, 'Supplier HHI')).toContainText('4,145.2');
  await expect(tile(page, 'Loss to revenue')).toContainText('3.69x');
  await expect(tile(page, 'Not itemised')).toContainText('USD 789.6bn');
});

test('both charts say what they show, and the tables behind them hold the numbers with their units', async ({
  app: { page },
}) => {
  await standsAt(page, 'Overview');

  const ratio = page.getByRole('region', { name: 'Commitments against revenue' });
  await expect(ratio.getByRole('img', { name: /14x to 280x\. Critical above 6x\./ })).toBeVisible();
  await ratio.getByRole('button', { name: 'Show as table' }).click();
  const ratios = ratio.getByRole('table', { name: 'Commitments against revenue' });
  await expect(ratios.getByRole('columnheader', { name: 'Commitments ÷ revenue, x' })).toBeVisible();
  const headline = ratios.getByRole('row').filter({ hasText: '107.7x' });
  await expect(headline.getByRole('cell').last()).toHaveText('yes');
  await expect(ratios.getByRole('row').filter({ hasText: '140x' })).toContainText('280x');

  const parties = page.getByRole('region', { name: 'Commitments by counterparty' });
  await expect(
    parties.getByRole('img', { name: /4 named with an amount, 4 undisclosed, USD 789\.6bn/ }),
  ).toBeVisible();
  await parties.getByRole('button', { name: 'Show as table' }).click();
  const counterparties = parties.getByRole('table', { name: 'Commitments by counterparty' });
  await expect(counterparties.getByRole('columnheader', { name: 'Amount, USD' })).toBeVisible();
  const oracle = counterparties.getByRole('row').filter({ hasText: 'Oracle' });
  await expect(oracle).toContainText('USD 300bn');
  await expect(oracle).toContainText('49.1%');
  await expect(counterparties.getByRole('row').filter({ hasText: 'Google' })).toContainText('undisclosed');
  await expect(counterparties.getByRole('row').filter({ hasText: 'Not itemised' })).toContainText(
    'USD 789.6bn',
  );
});
