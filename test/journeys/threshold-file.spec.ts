import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { expectSaved, goTo, pressOnScreen, tile } from './places.ts';

const fileOf = (...sets: readonly object[]) =>
  `{\n  "format": "plumbline-thresholds",\n  "version": 1,\n  "engine": "1.0",\n  "sets": [\n${sets.map((set) => `    ${JSON.stringify(set)}`).join(',\n')}\n  ]\n}\n`;
const house = {
  key: 'commitment-to-revenue',
  scope: 'ledger',
  entity: null,
  sector: null,
  watch: 2,
  warn: 5,
  critical: 120,
  reason: 'House view',
};

async function choose(page: Page, text: string): Promise<void> {
  const path = join(test.info().outputPath(), 'house.json');
  writeFileSync(path, text);
  await page.locator('input[type="file"]').setInputFiles(path);
}

async function openTab(page: Page): Promise<void> {
  await goTo(page, 'Signals');
  await page.getByRole('radiogroup', { name: 'Show' }).getByText('Thresholds').click();
}

test('a file of thresholds says what it would move, is taken in as one change, and comes out the same', async ({
  app: { page },
}) => {
  await openTab(page);
  await choose(
    page,
    fileOf(house, {
      ...house,
      key: 'cash-runway',
      scope: 'entity',
      entity: 'OpenAI',
      watch: 24,
      warn: 18,
      critical: 9,
    }),
  );
  const dialog = page.getByRole('dialog', { name: /Import thresholds from house.json/ });
  await expect(dialog.getByRole('row').filter({ hasText: 'OpenAI' })).toContainText('24 months');
  const preview = dialog.getByRole('region', { name: 'What would change' });
  await expect(preview.getByRole('listitem').filter({ hasText: '107.7x' })).toContainText(/Critical\s*Warn/);
  const take = dialog.getByRole('button', { name: 'Import', exact: true });
  await expect(take).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Agreed by the committee.');
  await take.click();
  await expect(dialog).toBeHidden();
  await expectSaved(page);

  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export thresholds' }).click();
  const saved = readFileSync(await (await saving).path(), 'utf8');
  expect(saved).toContain(JSON.stringify(house));
  expect(JSON.parse(saved).sets).toHaveLength(2);

  await goTo(page, 'Overview');
  await expect(tile(page, 'Commitments to revenue')).toContainText('Warn');
  await pressOnScreen(page, 'Control+z');
  await expect(tile(page, 'Commitments to revenue')).toContainText('Critical');
});

test('a file with a fault names its line and changes nothing', async ({ app: { page } }) => {
  await openTab(page);
  await choose(
    page,
    fileOf(house, { ...house, key: 'luck' }, { ...house, scope: 'entity', entity: 'OpenAI', warn: 1 }),
  );
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('listitem')).toHaveText([
    'Line 7: There is no signal luck.',
    'Line 8: The steps of commitment-to-revenue are not in order: watch 2, warn 1, critical 120.',
  ]);
  await expect(dialog.getByRole('button', { name: 'Import', exact: true })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
  await goTo(page, 'Overview');
  await expect(tile(page, 'Commitments to revenue')).toContainText('Critical');
});
