import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/journeys/**', 'node_modules/**'],
    setupFiles: ['test/seed.ts'],
    testTimeout: 30_000,
    maxWorkers: 2,
  },
});
