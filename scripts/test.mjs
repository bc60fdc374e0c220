import { prepareApp } from './runtime/app-environment.mjs';
import { ensureDependencies } from './runtime/dependencies.mjs';
import { runCommand, SetupFailure } from './runtime/setup-failure.mjs';
import { exitCodeOf, lastLine, oneCheck, sum } from './stages/results.mjs';
import { stages } from './stages/stages.mjs';

/**
 * @typedef {import('./stages/results.mjs').Counts} Counts
 * @typedef {import('./stages/stages.mjs').Stage} Stage
 * @typedef {import('./stages/stages.mjs').Context} Context
 */

/** @typedef {{ name: string, counts: Counts, seconds: number }} Outcome */

const print = (/** @type {string} */ text) => {
  process.stdout.write(text);
};

await runCommand(async () => {
  const { chosen, more } = chooseStages(process.argv.slice(2));
  await ensureDependencies();
  const app = chosen.some(({ kind }) => kind === 'drives app') ? await appOrComplaint() : undefined;
  try {
    const together = await Promise.all(chosen.filter(({ kind }) => kind === 'together').map(runQuietly));
    /** @type {Outcome[]} */
    const alone = [];
    for (const stage of chosen.filter(({ kind }) => kind !== 'together')) {
      print(`\n== ${stage.name}\n`);
      const env = stage.kind === 'drives app' ? app?.env : process.env;
      alone.push(await outcomeOf(stage, { env, more, print }));
    }
    return summarise([...together, ...alone]);
  } finally {
    app?.close();
  }
});

/** Holds what a stage says until it is done, so that stages that run together do not speak at once. @param {Stage} stage */
async function runQuietly(stage) {
  let said = '';
  const outcome = await outcomeOf(stage, {
    env: process.env,
    more: [],
    print: (text) => {
      said += text;
    },
  });
  print(`\n== ${stage.name}\n${said}`);
  return outcome;
}

/** @param {Stage} stage @param {Context} context @returns {Promise<Outcome>} a stage that could not run is one failure */
async function outcomeOf({ name, run }, context) {
  const started = performance.now();
  /** @type {Counts} */
  let counts;
  try {
    counts = await run(context);
  } catch (error) {
    context.print(explanation(error));
    counts = oneCheck(false);
  }
  return { name, counts, seconds: (performance.now() - started) / 1_000 };
}

/** @param {Outcome[]} done @returns {number} the exit code */
function summarise(done) {
  const total = sum(done.map(({ counts }) => counts));
  for (const { name, counts } of done)
    for (const failure of counts.failures ?? []) print(`\n${name} failed: ${failure}\n`);
  print('\n');
  for (const { counts } of done) for (const line of counts.measured ?? []) print(`${line}\n`);
  for (const { name, counts, seconds } of done) {
    print(`${name.padEnd(8)} ${lastLine(counts)} (${seconds.toFixed(1)} s)\n`);
  }
  print(`${lastLine(total)}\n`);
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
 * Where an Electron or a display cannot be had, the stages that need them fail by that, and the others still say what
 * they have to say.
 */
async function appOrComplaint() {
  try {
    return await prepareApp();
  } catch (error) {
    print(explanation(error));
    return undefined;
  }
}

/** @param {unknown} error */
function explanation(error) {
  if (error instanceof SetupFailure) return `${error.message}\n  To mend it: ${error.remedy}\n`;
  return `${error instanceof Error ? error.stack : String(error)}\n`;
}
