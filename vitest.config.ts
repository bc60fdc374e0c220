import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    environment: 'node',
    // Property tests take long on a busy machine, and none of them is about time.
    testTimeout: 60_000,
    passWithNoTests: false,
  },
});
