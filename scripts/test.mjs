import { ensureDependencies } from './runtime/dependencies.mjs';
import { needsDisplay, openDisplay } from './runtime/display.mjs';
import { describeElectron, electronEnvironment, findElectron } from './runtime/electron.mjs';
import { say } from './runtime/progress.mjs';
import { sandboxSwitches } from './runtime/sandbox.mjs';
import { runCommand, SetupFailure } from './runtime/setup-failure.mjs';
import { ensureSystemPackages } from './runtime/system-packages.mjs';
import { exitCodeOf, lastLine, oneCheck, sum } from './stages/results.mjs';
import { stages } from './stages/stages.mjs';

/** @typedef {import('./stages/results.mjs').Counts} Counts */

await runCommand(async () => {
  const { chosen, more } = chooseStages(process.argv.slice(2));
  await ensureDependencies();
  const app = chosen.some(({ drivesApp }) => drivesApp) ? await prepareApp() : undefined;
  /** @type {{ name: string, counts: Counts, seconds: number }[]} */
  const done = [];
  try {
    for (const { name, drivesApp, run } of chosen) {
      process.stdout.write(`\n== ${name}\n`);
      const started = performance.now();
      const context = { env: drivesApp ? app?.env : process.env, more };
      const counts = await attempt(() => run(context));
      done.push({ name, counts, seconds: (performance.now() - started) / 1_000 });
    }
  } finally {
    app?.close();
  }
  return summarise(done);
});

/** @param {{ name: string, counts: Counts, seconds: number }[]} done @returns {number} the exit code */
function summarise(done) {
  const total = sum(done.map(({ counts }) => counts));
  process.stdout.write('\n');
  for (const { name, counts, seconds } of done) {
    process.stdout.write(`${name.padEnd(8)} ${lastLine(counts)} (${seconds.toFixed(1)} s)\n`);
  }
  process.stdout.write(`${lastLine(total)}\n`);
  return exitCodeOf(total);
}

/**
 * The leading words choose stages (none: all); what follows goes to the test runner, as in `npm test -- unit tests/core`.
 * @param {string[]} words
 */
function chooseStages(words) {
  const isStage = (/** @type {string} */ word) => stages.some(({ name }) => name === word);
  const firstOther = words.findIndex((word) => !isStage(word));
  const names = firstOther < 0 ? words : words.slice(0, firstOther);
  if (names.length === 0 && words.length > 0) {
    throw new SetupFailure(
      `There is no stage called ${words[0]}.`,
      `npm test -- ${stages.map(({ name }) => name).join(' | ')}`,
    );
  }
  const chosen = stages.filter(({ name }) => names.length === 0 || names.includes(name));
  return { chosen, more: words.slice(names.length) };
}

/**
 * Finds the Electron and the display for the stages that drive the app. Where that fails they are run all the same, fail
 * by what is missing, and the others still say what they have to say.
 */
async function prepareApp() {
  try {
    ensureSystemPackages({ needsDisplay: needsDisplay() });
    const electron = await findElectron();
    sandboxSwitches(electron.executable);
    const display = needsDisplay() ? await openDisplay() : undefined;
    if (display) say(`There is no display: drawing on an Xvfb of its own, ${display.env.DISPLAY}.`);
    process.stdout.write(`${describeElectron(electron)}\n`);
    const env = electronEnvironment({ ...display?.env, ASCRIBE_ELECTRON: electron.executable });
    return { env, close: () => display?.close() };
  } catch (error) {
    explain(error);
    return undefined;
  }
}

/** @param {() => Promise<Counts>} run @returns {Promise<Counts>} a stage that could not run is one failure */
async function attempt(run) {
  try {
    return await run();
  } catch (error) {
    explain(error);
    return oneCheck(false);
  }
}

/** @param {unknown} error */
function explain(error) {
  if (error instanceof SetupFailure)
    process.stdout.write(`${error.message}\n  To mend it: ${error.remedy}\n`);
  else process.stdout.write(`${error instanceof Error ? error.stack : String(error)}\n`);
}
