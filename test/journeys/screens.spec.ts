import { expect, test } from './app.ts';
import { cellOf, countOf, rowOf } from './grid.ts';
import { goTo, sidePanel } from './places.ts';

test('figures: all versions of the revenue, each with its source and words', async ({ app: { page } }) => {
  await goTo(page, 'Figures');
  await page.getByRole('textbox', { name: 'Find in figures' }).fill('revenue');
  await expect(countOf(page)).toHaveText(/found$/);
  const run = page
    .getByRole('grid')
    .getByRole('row')
    .filter({ hasText: 'run rate' })
    .filter({ hasText: 'OpenAI' });
  await expect(run).toContainText('20 bn');
  await expect(page.getByRole('grid')).toContainText('5 bn – 10 bn');
  await (await cellOf(page, run, 'Stated')).click();
  const panel = sidePanel(page);
  await expect(panel.getByRole('paragraph').filter({ hasText: 'USD 20bn' }).first()).toBeVisible();
  await expect(panel.getByRole('blockquote')).not.toBeEmpty();
  await expect(panel).toContainText("OpenAI's $38B AWS Deal Signals AI's Next Phase");
});

test('quotes: a speaker and the words', async ({ app: { page } }) => {
  await goTo(page, 'Quotes');
  await expect(countOf(page)).toHaveText('20');
  const row = page.getByRole('grid').getByRole('row').filter({ hasText: 'Kleenex' });
  await (await cellOf(page, row, 'Speaker')).click();
  const panel = sidePanel(page);
  await expect(panel.getByRole('heading', { name: 'The words' })).toBeVisible();
  await expect(panel.getByRole('blockquote')).toContainText('Kleenex of AI');
  await expect(panel.getByRole('term').filter({ hasText: 'Speaker' })).toBeVisible();
});

test('market: the moves as the sources state them', async ({ app: { page } }) => {
  await goTo(page, 'Market');
  await expect(countOf(page)).toHaveText('5');
  const rise = page.getByRole('grid').getByRole('row').filter({ hasText: '5 %' });
  await expect(await cellOf(page, rise, 'Direction')).toHaveText('up');
  const record = page.getByRole('grid').getByRole('row').filter({ hasText: '> 140 bn' });
  await (await cellOf(page, record, 'Instrument of')).click();
  await expect(sidePanel(page).getByRole('blockquote')).not.toBeEmpty();
});

test('key dates: both versions of the end of exclusivity stand, marked as contradicted', async ({
  app: { page },
}) => {
  await goTo(page, 'Key dates');
  await page.getByRole('textbox', { name: 'Find in key dates' }).fill('right of first refusal');
  await expect(countOf(page)).toHaveText(/found$/);
  const contradicted = page.getByRole('grid').getByRole('row').filter({ hasText: '24 Jan 2025' });
  await expect(contradicted).toContainText('contradicted');
  await (await cellOf(page, contradicted, 'Event')).click();
  await expect(sidePanel(page).getByRole('blockquote')).not.toBeEmpty();
});

test('entities and sources: who is under review, and how far each document can be relied on', async ({
  app: { page },
}) => {
  await goTo(page, 'Entities');
  await expect(await cellOf(page, rowOf(page, 'OpenAI'), 'Under review')).toHaveText('Yes');
  await expect(await cellOf(page, rowOf(page, 'AWS'), 'Parent')).toHaveText('Amazon');

  await goTo(page, 'Sources');
  await expect(countOf(page)).toHaveText('8');
  const title = 'AWS deal marks first move after exclusivity expires';
  const source = page.getByRole('grid').getByRole('row').filter({ hasText: title });
  await expect(await cellOf(page, source, 'Reliability')).toHaveText('C');
  await (await cellOf(page, source, 'Title')).click();
  await expect(sidePanel(page)).toContainText('Rests on this');
});

test('history: every change with its author, and what it wrote', async ({ app: { page } }) => {
  await goTo(page, 'History');
  const changes = page.getByRole('main').getByRole('list').first().getByRole('listitem');
  await expect(changes.first()).toContainText('Sample case');
  await expect(changes.first()).toContainText('Ana Lyst');
  await changes.first().getByRole('button').first().click();
  await expect(page.getByRole('main').getByText(/^Seal [0-9a-f]+/)).toBeVisible();
  await page.getByRole('button', { name: 'Check the ledger' }).click();
  await expect(page.getByRole('main').getByRole('status')).toContainText('are as they were written');
});
