import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkPackage } from '../package/check-package.mjs';
import { ensureBuild } from '../runtime/build.mjs';
import { runNodeTool } from '../runtime/node-tool.mjs';
import { projectRoot } from '../runtime/places.mjs';
import { SetupFailure } from '../runtime/setup-failure.mjs';
import { endToEndCounts, oneCheck, unitCounts } from './results.mjs';

/**
 * @typedef {import('./results.mjs').Counts} Counts
 * @typedef {object} Context
 * @property {NodeJS.ProcessEnv | undefined} env with the app's Electron and a display where the stage drives the app; undefined
 *   where one of these cannot be had
 * @property {string[]} more arguments for the test runner
 * @property {(text: string) => void} print
 * @typedef {object} Stage
 * @property {string} name
 * @property {'together' | 'alone' | 'drives app'} kind together: quiet, and run beside the others of its kind; drives app:
 *   alone, with an Electron and a display
 * @property {(context: Context) => Promise<Counts>} run
 */

/** The stages of `npm test`, in the order in which they run. @type {Stage[]} */
export const stages = [
  {
    name: 'types',
    kind: 'together',
    run: checks(
      ['typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json'],
      ['typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.core.json'],
      ['typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.scripts.json'],
    ),
  },
  {
    name: 'lint',
    kind: 'together',
    run: checks(['@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']),
  },
  {
    name: 'imports',
    kind: 'together',
    run: checks([
      'dependency-cruiser/bin/dependency-cruise.mjs',
      'src',
      '--config',
      '.dependency-cruiser.cjs',
    ]),
  },
  { name: 'unused', kind: 'together', run: checks(['knip/bin/knip.js', '--no-progress']) },
  { name: 'unit', kind: 'alone', run: unit },
  { name: 'build', kind: 'alone', run: build },
  { name: 'e2e', kind: 'drives app', run: endToEnd },
  { name: 'package', kind: 'drives app', run: packaged },
];

/** @param {[string, ...string[]][]} commands @returns {Stage['run']} one check: passed when all commands are content */
function checks(...commands) {
  return async ({ print }) => {
    let passed = true;
    for (const [script, ...args] of commands) {
      const { code, output } = await runNodeTool(script, args);
      if (code === 0) continue;
      passed = false;
      print(output);
    }
    return oneCheck(passed);
  };
}

/** @type {Stage['run']} */
async function unit({ more }) {
  const report = reportFile('unit.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...more];
  const { code } = await runNodeTool('vitest/vitest.mjs', args, { show: true });
  return unitCounts(readReport(report), code);
}

/** @type {Stage['run']} */
async function build() {
  await ensureBuild();
  return oneCheck(true);
}

/** @type {Stage['run']} */
async function endToEnd({ env, more }) {
  if (env === undefined)
    throw new SetupFailure('There is no Electron to drive; the reason stands above.', 'see above');
  await ensureBuild();
  const report = reportFile('e2e.json');
  const { code } = await runNodeTool('@playwright/test/cli.js', ['test', '--reporter=list,json', ...more], {
    show: true,
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  });
  return endToEndCounts(readReport(report), code);
}

/** @type {Stage['run']} */
async function packaged({ env, print }) {
  if (env === undefined)
    throw new SetupFailure('There is no Electron to package; the reason stands above.', 'see above');
  if (process.platform !== 'linux') {
    print('Packages are tried on Linux alone.\n');
    return { passed: 0, failed: 0, skipped: 1 };
  }
  await ensureBuild();
  return checkPackage(env, print);
}

/** Outside of `test-results/`, which Playwright empties. @param {string} name */
function reportFile(name) {
  const folder = join(projectRoot, 'node_modules/.ascribe-reports');
  mkdirSync(folder, { recursive: true });
  rmSync(join(folder, name), { force: true });
  return join(folder, name);
}

/** @param {string} file what the runner wrote; undefined when it wrote none, or not to the end */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
