import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { goTo, SCREENS } from './places.ts';

const SIZES = [
  { width: 1024, height: 700 },
  { width: 1440, height: 900 },
] as const;

interface Frame {
  /** How many parts of the frame were looked at. */
  readonly parts: number;
  /** Buttons, links, boxes and headings whose content is wider than they are, or which stand off screen. */
  readonly clipped: readonly string[];
}

function frameOf(page: Page): Promise<Frame> {
  return page.evaluate(() => {
    const parts =
      'header button, header input, nav a, nav button, main h1, main header button, aside h2, aside button';
    const shown = [...document.querySelectorAll<HTMLElement>(parts)].filter(
      (element) => element.checkVisibility() && element.clientWidth > 0,
    );
    const isClipped = (element: HTMLElement): boolean => {
      const { left, right } = element.getBoundingClientRect();
      return element.scrollWidth > element.clientWidth + 1 || left < 0 || right > innerWidth + 0.5;
    };
    const nameOf = (element: HTMLElement): string =>
      `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent}`;
    return { parts: shown.length, clipped: shown.filter(isClipped).map(nameOf) };
  });
}

function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

for (const size of SIZES) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`nothing of the frame is clipped at ${size.width} x ${size.height}, ${colorScheme}`, async ({
      app: { page },
    }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(size);
      for (const [screen] of SCREENS) {
        await goTo(page, screen);
        const { parts, clipped } = await frameOf(page);
        expect.soft(parts, screen).toBeGreaterThan(SCREENS.length);
        expect.soft(clipped, screen).toEqual([]);
        expect.soft(await sidewaysScroll(page), screen).toBe(0);
      }
    });
  }
}
