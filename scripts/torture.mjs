import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { projectRoot } from './runtime/places.mjs';

// npm run torture -- [--minutes N] [--seed N] [--only SCENARIO,…] [--replay ROUND-SEED] [--starts N]
const { values } = parseArgs({
  options: {
    minutes: { type: 'string' },
    seed: { type: 'string' },
    only: { type: 'string' },
    replay: { type: 'string' },
    starts: { type: 'string' },
  },
});
const given = Object.entries(values).map(([name, value]) => [`TORTURE_${name.toUpperCase()}`, value]);
const { status } = spawnSync(
  process.execPath,
  [
    'scripts/drive.mjs',
    'node_modules/@playwright/test/cli.js',
    'test',
    '--config',
    'e2e/torture/playwright.config.ts',
  ],
  { cwd: projectRoot, stdio: 'inherit', env: { ...process.env, ...Object.fromEntries(given) } },
);
process.exitCode = status ?? 1;
