import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { expectSaved, goTo, pressOnScreen, sidePanel } from './places.ts';
import { AUTHOR } from './program.ts';

const FLAG = 'Purchase commitments to revenue';
const NOTE = 'The company was asked for its payment schedule.';
const REASON = 'The house view for infrastructure built ahead of demand.';

/** The panel of the flag that decides the grade first. */
async function openFlag(page: Page): Promise<Locator> {
  const deciding = page.getByRole('list', { name: 'Flags that decide the grade' });
  await deciding.getByRole('button', { name: FLAG }).click();
  const review = sidePanel(page).getByRole('region', { name: 'Review' });
  await expect(review).toContainText('Nothing has been decided about this flag.');
  return review;
}

async function acknowledge(review: Locator): Promise<void> {
  await review.getByRole('button', { name: 'Acknowledge' }).click();
  await review.getByRole('textbox', { name: 'Note' }).fill(NOTE);
  await review.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(review).toContainText(`${AUTHOR} decided this`);
}

test('a flag is acknowledged and mitigated with its evidence, and undo takes the last step back', async ({
  app: { page },
}) => {
  const review = await openFlag(page);
  await review.getByRole('button', { name: 'Acknowledge' }).click();
  const form = review.getByRole('form', { name: 'Acknowledge' });
  const note = form.getByRole('textbox', { name: 'Note' });
  await note.fill('Too short.');
  await expect(form.getByRole('status')).toHaveText('10 of at least 20 characters');
  await form.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(note).toHaveAccessibleDescription(/at least 20 characters/);
  await note.fill(NOTE);
  await note.press('Control+Enter');
  await expectSaved(page);
  await expect(review).toContainText('Acknowledged');
  await expect(review).toContainText('self-reviewed');

  await review.getByRole('button', { name: 'Mitigate' }).click();
  await review.getByRole('textbox', { name: 'Mitigant' }).fill('A guarantee of the parent');
  await review.getByRole('textbox', { name: 'Note' }).fill('The guarantee covers the whole of the payments.');
  await review.getByRole('textbox', { name: 'Reviewer' }).fill('Ben');
  await review.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(review).toContainText('choose at least one entry or source');
  await review.getByLabel('Evidence').first().click();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(review.getByRole('textbox', { name: 'Mitigant' })).toHaveValue('A guarantee of the parent');
  await review.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(review).toContainText('reviewed by Ben');
  const trail = review.getByRole('list', { name: /^Steps of the review/ });
  await expect(trail.getByRole('listitem').first()).toContainText('Mitigant: A guarantee of the parent');
  await expect(trail.getByRole('list', { name: 'Evidence' }).getByRole('button')).toHaveCount(1);

  await pressOnScreen(page, 'Control+z');
  await expect(review).toContainText('Acknowledged');
  await expect(trail.getByRole('listitem').first()).toContainText('Undone by');
});

test('a decision reopens once a threshold is another, in the list and on the overview', async ({
  app: { page },
}) => {
  await acknowledge(await openFlag(page));
  await goTo(page, 'Signals');
  await page.getByRole('radiogroup', { name: 'Show' }).getByText('Thresholds').click();
  await page.getByRole('button', { name: `Edit the thresholds of ${FLAG}` }).click();
  const editor = sidePanel(page);
  await editor.getByRole('textbox', { name: 'Critical above' }).fill('20');
  await editor.getByRole('textbox', { name: 'Reason' }).fill(REASON);
  await editor.getByRole('button', { name: 'Save', exact: true }).click();
  await expectSaved(page);

  await page.getByRole('radiogroup', { name: 'Show' }).getByText('Flags').click();
  await page.getByRole('combobox', { name: 'Review', exact: true }).click();
  await page.getByRole('option', { name: 'Reopened (1)' }).click();
  const option = page.getByRole('listbox', { name: 'Flags' }).getByRole('option');
  await expect(option).toHaveCount(1);
  await option.click();
  await expect(sidePanel(page).getByRole('region', { name: 'Review' })).toContainText(
    'an input or a threshold has changed',
  );

  await goTo(page, 'Overview');
  const changed = page.getByRole('region', { name: 'What changed' });
  await expect(changed.getByRole('list', { name: 'Decisions since' })).toContainText(
    'reopened: an input or a threshold has changed',
  );
});

test('the overview counts flags by pillar and tells what changed since a change', async ({
  app: { page },
}) => {
  const table = page.getByRole('table', { name: 'Flags by pillar' });
  const cell = table.getByRole('button', { name: /^Funding, Unknown: \d+$/ });
  const count = Number(await cell.innerText());
  expect(count).toBeGreaterThan(0);
  await cell.click();
  await expect(cell).toHaveAttribute('aria-pressed', 'true');
  const flags = page.getByRole('region', { name: 'Flags', exact: true });
  await expect(flags.getByRole('listitem')).toHaveCount(count);
  await expect(flags.getByRole('list').getByText('Clear')).toHaveCount(0);
  await flags.getByRole('button', { name: 'Show all flags' }).click();

  await acknowledge(await openFlag(page));
  const changed = page.getByRole('region', { name: 'What changed' });
  await expect(changed).toContainText('Nothing of OpenAI was on file');
  await changed.getByRole('combobox', { name: 'Since when' }).click();
  await page.getByRole('option', { name: 'Since a change…' }).click();
  await changed.getByRole('combobox', { name: 'Change' }).click();
  await page.getByRole('option').nth(1).click();
  await expect(changed).toContainText('Grade E, as on');
  await expect(changed.getByRole('list', { name: 'Decisions since' })).toContainText(
    `acknowledged by ${AUTHOR}`,
  );
  await expect(changed).toContainText('1 change of the ledger since.');
});
