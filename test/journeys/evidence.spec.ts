import { expect, test } from './app.ts';
import { sidePanel, standsAt, tile } from './places.ts';

const REVENUE = 'OpenAI: annual revenue';

test('a flag shows how it is worked out, from which figures, and what other figures would say', async ({
  app: { page },
}) => {
  await standsAt(page, 'Overview');
  await tile(page, 'Commitments to revenue').getByRole('button').click();

  const card = sidePanel(page);
  await expect(card.getByRole('heading', { level: 2 })).toContainText('Purchase commitments to revenue');
  await expect(card).toContainText('purchase commitments / annual revenue');
  await expect(card).toContainText('USD 1,400bn / USD 13bn = 107.7x');
  await expect(card.getByRole('heading', { name: 'Inputs (2)' })).toBeVisible();
  await expect(card.getByRole('definition')).toHaveText(['above 1x', 'above 3x', 'above 6x']);
  await expect(card).toContainText('Default of the method');

  const others = card.getByRole('table');
  const allSources = others.getByRole('row').filter({ hasText: 'All sources, as stated' });
  await expect(allSources).toContainText('47.5x to 280x');
  await expect(allSources).toContainText('Critical');
});

test('an input opens to the words of its source, and leads to the entry', async ({ app: { page } }) => {
  await standsAt(page, 'Overview');
  await page
    .getByRole('region', { name: 'Flags' })
    .getByRole('button', { name: /Purchase commitments to revenue OpenAI, in total/ })
    .click();

  const input = sidePanel(page)
    .getByRole('group')
    .filter({ hasText: REVENUE })
    .filter({ hasText: 'USD 13bn' });
  await expect(input.getByRole('blockquote')).toBeHidden();
  await input.getByText(REVENUE).click();
  const words = input.getByRole('blockquote');
  await expect(words).toContainText('“');
  await expect(words).toContainText('AWS deal marks first move after exclusivity expires');
  await expect(input).toContainText('Chosen from');
  const quoted = await words.getByRole('paragraph').textContent();

  await input.getByRole('button', { name: 'Open figure' }).click();
  await standsAt(page, 'Figures');
  const entry = sidePanel(page);
  await expect(entry).toContainText('USD 13bn');
  await expect(entry.getByRole('heading', { name: 'In the words of the source' })).toBeVisible();
  await expect(entry.getByRole('blockquote')).toContainText((quoted ?? 'no words').replace(/[“”]/g, ''));
});
