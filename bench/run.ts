import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { articleSizes } from './article/article-sizes.ts';
import { articles } from './measures/articles.ts';
import { articlesPanel } from './measures/articles-panel.ts';
import { coldStart } from './measures/cold-start.ts';
import { concordance } from './measures/concordance.ts';
import { benchFolder, workFolder } from './measures/electron-app.ts';
import { exchange } from './measures/exchange.ts';
import { imports } from './measures/imports.ts';
import { keystrokes } from './measures/keystrokes.ts';
import type { Part } from './measures/part.ts';
import { startScript } from './measures/start-script.ts';
import { suggestions } from './measures/suggestions.ts';
import { weight } from './measures/weight.ts';
import { load, machineFacts } from './report/machine-facts.ts';
import type { Reading } from './report/reading.ts';
import { reportOf } from './report/report.ts';
import { twoRuns } from './report/two-runs.ts';

const parts: readonly Part[] = [
  coldStart,
  startScript,
  articles,
  articlesPanel,
  exchange,
  imports,
  weight,
  concordance,
  keystrokes,
  suggestions,
];

interface Surroundings {
  /** Which Electron is used, in words. */
  readonly electron: string;
  /** Builds the app if it is not, or stale. */
  readonly ensureBuild: () => Promise<void>;
  readonly say: (line: string) => void;
}

/**
 * Runs the parts named in `words` (none: all), prints the report and writes the readings to `bench/results/`.
 * @returns the exit code
 */
export async function run(words: string[], { electron, ensureBuild, say }: Surroundings): Promise<number> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      rounds: { type: 'string', default: '7' },
      sizes: { type: 'string' },
      against: { type: 'string' },
    },
  });
  const unknown = positionals.find((word) => !parts.some(({ name }) => name === word));
  if (unknown !== undefined) {
    say(`No part is called ${unknown}. There are: ${parts.map(({ name }) => name).join(', ')}`);
    return 2;
  }
  const chosen = parts.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  if (chosen.some(({ drivesApp }) => drivesApp)) await ensureBuild();
  const ids = values.sizes?.split(',').map((id) => id.trim());
  const sizes = articleSizes.filter(({ id }) => ids?.includes(id) ?? true);
  const rounds = Number(values.rounds);
  const earlier = values.against === undefined ? undefined : readingsIn(values.against);
  const before = machineFacts(electron);
  const readings: Reading[] = [];
  const record = (reading: Reading) => readings.push(reading);
  try {
    for (const { measure } of chosen) await measure({ sizes, rounds, say, record });
    return 0;
  } finally {
    rmSync(workFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    const facts = { ...before, 'load when the run ended': load() };
    keep({ facts, rounds, readings });
    const factLines = Object.entries(facts).map(([name, value]) => `- ${name}: ${value}`);
    process.stdout.write(`${factLines.join('\n')}\n\n${reportOf(readings)}`);
    if (earlier !== undefined)
      process.stdout.write(`### Beside ${values.against}\n\n${twoRuns(earlier, readings)}\n`);
  }
}

/** The readings that an earlier run wrote. */
function readingsIn(file: string): Reading[] {
  const result: { readings: Reading[] } = JSON.parse(readFileSync(file, 'utf8'));
  return result.readings;
}

function keep(result: { facts: object; rounds: number; readings: readonly Reading[] }): void {
  const folder = join(benchFolder, 'results');
  mkdirSync(folder, { recursive: true });
  const name = new Date().toISOString().replaceAll(':', '-');
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(result, null, 1));
}
