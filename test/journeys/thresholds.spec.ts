import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { expectSaved, goTo, pressOnScreen, sidePanel, standsAt, tile } from './places.ts';
import { AUTHOR } from './program.ts';

const MEASURE = 'Purchase commitments to revenue';
const REASON = 'The house view for infrastructure built ahead of demand.';

async function openThresholds(page: Page): Promise<void> {
  await goTo(page, 'Signals');
  await page.getByRole('radiogroup', { name: 'Show' }).getByText('Thresholds').click();
  await page.getByRole('button', { name: `Edit the thresholds of ${MEASURE}` }).click();
}

test('a raised threshold says what it would move, moves it, and undo brings the flag back', async ({
  app: { page },
}) => {
  await openThresholds(page);
  const editor = sidePanel(page);
  await editor.getByRole('textbox', { name: 'Critical above' }).fill('120');
  const preview = editor.getByRole('region', { name: 'What would change' });
  const total = preview.getByRole('listitem').filter({ hasText: `${MEASURE}, OpenAI, 107.7x` });
  await expect(total).toContainText(/Critical\s*Warn/);
  await expect(total.getByRole('img', { name: 'becomes' })).toBeVisible();

  const save = editor.getByRole('button', { name: 'Save', exact: true });
  await expect(save).toBeDisabled();
  await editor.getByRole('textbox', { name: 'Reason' }).fill(REASON);
  await save.click();
  await expectSaved(page);

  const changes = editor.getByRole('listitem').filter({ hasText: REASON });
  await expect(changes).toContainText('critical above 120x');
  await expect(changes).toContainText(AUTHOR);
  await goTo(page, 'Overview');
  await expect(tile(page, 'Commitments to revenue')).toContainText('Warn');

  await pressOnScreen(page, 'Control+z');
  await expect(tile(page, 'Commitments to revenue')).toContainText('Critical');
  await pressOnScreen(page, 'Control+Shift+Z');
  await expect(tile(page, 'Commitments to revenue')).toContainText('Warn');

  await goTo(page, 'History');
  const log = page.getByRole('main').getByRole('list').getByRole('listitem');
  await expect(log.nth(0)).toContainText('redo');
  await expect(log.nth(1)).toContainText('undo');
  await expect(log.nth(2)).toContainText(REASON);
  await expect(log.nth(2)).toContainText(AUTHOR);
});

test('the command line sees the same threshold and the same flag', async ({ app }) => {
  await openThresholds(app.page);
  const editor = sidePanel(app.page);
  await editor.getByRole('textbox', { name: 'Critical above' }).fill('120');
  await editor.getByRole('textbox', { name: 'Reason' }).fill(REASON);
  await editor.getByRole('button', { name: 'Save', exact: true }).click();
  await expectSaved(app.page);
  await app.close();

  const { exit, out } = await app.cli('signals', app.ledger, '--json');
  expect(exit).toBe(0);
  const { subjects } = JSON.parse(out) as Signals;
  const flag = subjects
    .flatMap(({ flags }) => flags)
    .find(({ signal, value }) => signal === 'commitment-to-revenue' && value?.point?.toFixed(1) === '107.7');
  expect(flag).toMatchObject({ severity: 'warn', thresholds: { watch: 1, warn: 3, critical: 120 } });
});

interface Signals {
  readonly subjects: readonly {
    readonly flags: readonly {
      readonly signal: string;
      readonly value: { readonly point: number | null } | null;
    }[];
  }[];
}

test('thresholds out of order are named before anything is saved', async ({ app: { page } }) => {
  await openThresholds(page);
  const editor = sidePanel(page);
  await editor.getByRole('textbox', { name: 'Warn above' }).fill('0.5');
  await expect(editor.getByRole('status').filter({ hasText: /\S/ })).toBeVisible();
  await editor.getByRole('textbox', { name: 'Reason' }).fill(REASON);
  await expect(editor.getByRole('button', { name: 'Save', exact: true })).toBeDisabled();
  await goTo(page, 'Overview');
  await standsAt(page, 'Overview');
  await expect(tile(page, 'Commitments to revenue')).toContainText('Critical');
});
