import { expect, test } from './app.ts';
import { barriers } from './barriers.ts';
import { cellOf, rowOf } from './grid.ts';
import { goTo, SCREENS, sidePanel, standsAt, tile } from './places.ts';

for (const scheme of ['light', 'dark'] as const) {
  test(`no screen has a serious barrier, ${scheme}`, async ({ app: { page } }) => {
    test.setTimeout(150_000);
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    for (const [screen] of SCREENS) {
      await goTo(page, screen);
      expect.soft(await barriers(page), screen).toEqual([]);
    }
  });

  test(`nothing that opens over a screen has a serious barrier, ${scheme}`, async ({ app: { page } }) => {
    test.setTimeout(150_000);
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await standsAt(page, 'Overview');
    await tile(page, 'Commitments to revenue').getByRole('button').click();
    await sidePanel(page).getByText('OpenAI: annual revenue').first().click();
    expect.soft(await barriers(page), 'evidence').toEqual([]);

    await goTo(page, 'Deals');
    await (await cellOf(page, rowOf(page, 'OpenAI buys cloud compute from AWS'), 'Deal')).click();
    await expect(sidePanel(page).getByRole('blockquote').first()).toBeVisible();
    expect.soft(await barriers(page), 'entry').toEqual([]);
    await page.getByRole('button', { name: 'Add deal' }).click();
    await expect(page.getByRole('dialog', { name: 'Add a deal' })).toBeVisible();
    expect.soft(await barriers(page), 'form').toEqual([]);
    await page.keyboard.press('Escape');

    await goTo(page, 'Figures');
    await page.getByRole('radiogroup', { name: 'Show' }).getByText('Compare versions').click();
    await page.getByRole('option', { name: /^OpenAI: revenue/ }).click();
    await expect(page.getByRole('article', { name: /^OpenAI: revenue/ })).toBeVisible();
    expect.soft(await barriers(page), 'versions').toEqual([]);
    await page.getByRole('button', { name: /^Pick USD 13bn/ }).click();
    await expect(sidePanel(page).getByRole('region', { name: 'What would change' })).toContainText('signal');
    expect.soft(await barriers(page), 'pick').toEqual([]);

    await goTo(page, 'Signals');
    await page.getByRole('radiogroup', { name: 'Show' }).getByText('Thresholds').click();
    await page.getByRole('button', { name: /^Edit the thresholds of Purchase/ }).click();
    expect.soft(await barriers(page), 'thresholds').toEqual([]);
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('textbox', { name: 'Find a screen or a command' })).toBeVisible();
    expect.soft(await barriers(page), 'palette').toEqual([]);
  });
}

test('at 200 % zoom the overview is read without scrolling sideways', async ({ app: { page } }) => {
  await standsAt(page, 'Overview');
  await page.setViewportSize({ width: 720, height: 450 });
  const widths = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const screen = document.getElementById('screen');
    return {
      page: scrollWidth - clientWidth,
      screen: (screen?.scrollWidth ?? 0) - (screen?.clientWidth ?? 0),
    };
  });
  expect(widths).toEqual({ page: 0, screen: 0 });
});
