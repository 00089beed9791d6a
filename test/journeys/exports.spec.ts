import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { goTo, standsAt } from './places.ts';

async function choose(page: Page, item: string): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

test('the workbook arrives whole', async ({ app }) => {
  await standsAt(app.page, 'Overview');
  const { name, bytes } = await app.download(() => choose(app.page, 'Workbook (.xlsx)'));
  expect(name).toMatch(/^case.*\.xlsx$/);
  expect(bytes.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
  expect(bytes.length).toBeGreaterThan(20_000);
  expect(bytes.includes('xl/workbook.xml')).toBe(true);
  await expect(
    app.page.getByRole('alert').filter({ hasText: `${name} is in your downloads.` }),
  ).toBeVisible();
});

test('the table on screen arrives as CSV that a spreadsheet reads', async ({ app }) => {
  await goTo(app.page, 'Deals');
  const { name, bytes } = await app.download(() => choose(app.page, 'Deals (.csv)'));
  expect(name).toMatch(/\.csv$/);
  const text = bytes.toString('utf8');
  expect(text.startsWith('\uFEFF')).toBe(true);
  const [head, ...lines] = text.slice(1).trimEnd().split('\r\n');
  expect(head).toMatch(/^"?Deal"?,"?Payer"?,"?Payee"?,"?Amount/);
  expect(lines).toHaveLength(18);
  expect(lines.find((line) => line.includes('OpenAI buys cloud compute from Oracle'))).toContain(
    '300000000000',
  );
});

test('a backup is a ledger of its own that the check finds whole', async ({ app }) => {
  await standsAt(app.page, 'Overview');
  const { name, bytes } = await app.download(() => choose(app.page, 'Back up the ledger'));
  const copy = join(app.folder, `restored-${name}`);
  await writeFile(copy, bytes);
  const { exit, out, err } = await app.cli('verify', copy);
  expect({ exit, said: out + err }).toMatchObject({ exit: 0 });
});

test('a chart is saved as a picture and as the numbers behind it', async ({ app }) => {
  await standsAt(app.page, 'Overview');
  const chart = app.page.getByRole('region', { name: 'Commitments against revenue' });
  const picture = await app.download(() => chart.getByRole('button', { name: 'Save PNG' }).click());
  expect(picture.bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  const numbers = await app.download(() => chart.getByRole('button', { name: 'Save CSV' }).click());
  expect(numbers.bytes.toString('utf8')).toMatch(/^\uFEFF"Revenue on file","Commitments ÷ revenue, x"/);
  expect(numbers.bytes.toString('utf8')).toContain('"107.6923');
});
