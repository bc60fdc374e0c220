import { defineConfig } from '@playwright/test';

/** The long runs: `npx playwright test --config e2e/torture/playwright.config.ts`. Not part of `npm test`. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.torture.ts',
  outputDir: '../../test-results/torture',
  workers: 1,
  retries: 0,
  timeout: 4 * 60 * 60 * 1000,
  expect: { timeout: 20_000 },
  reporter: 'list',
});
