import { defineConfig } from '@playwright/test';

/** One set of journeys, two hosts: browser mode always, Electron where its binary is. */
export default defineConfig({
  testDir: 'test/journeys',
  testMatch: '**/*.spec.ts',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 2,
  retries: 0,
  forbidOnly: true,
  outputDir: 'test-results',
  use: { actionTimeout: 10_000, navigationTimeout: 15_000 },
  projects: [
    { name: 'browser', metadata: { host: 'browser' } },
    { name: 'desktop', metadata: { host: 'desktop' } },
  ],
});
