import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { formats } from '../../src/core/formats/registry.ts';
import { filesBelow } from '../fuzz/corpus.ts';
import { markdownTable } from '../report/table.ts';
import { type FormatTimes, timed } from './one-format.ts';
import { tallies } from './tallies.ts';

/** Articles of the smaller dataset; its native form is some 10 MB. */
const articles = 180;

interface Surroundings {
  /** This script, for measuring each format in a process of its own. */
  readonly script: string;
  readonly sharedData: string;
  readonly say: (line: string) => void;
}

/** Measures formats: `speed` of writing and reading and the memory it takes, `tallies` of real files; both without a word. @returns the exit code */
export async function run(words: string[], { script, sharedData, say }: Surroundings): Promise<number> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      rounds: { type: 'string', default: '5' },
      one: { type: 'string' },
      articles: { type: 'string' },
    },
  });
  if (values.one !== undefined) {
    say(JSON.stringify(await timed(values.one, Number(values.articles), Number(values.rounds))));
    return 0;
  }
  const wants = (part: string) => positionals.length === 0 || positionals.includes(part);
  say(`load ${loadavg()[0]?.toFixed(1)}`);
  if (wants('tallies')) await tell(sharedData, say);
  if (wants('speed')) time(script, values.rounds, say);
  return 0;
}

async function tell(sharedData: string, say: (line: string) => void): Promise<void> {
  if (!existsSync(sharedData)) {
    say('tallies: left out, there is no ../shared/data');
    return;
  }
  const found = await tallies(filesBelow(sharedData));
  say(
    markdownTable(
      ['folder', 'format', 'files', 'read', 'equal again'],
      found.map(({ folder, format, files, read, equal }) => [
        folder,
        format,
        `${files}`,
        `${read}`,
        `${equal}`,
      ]),
    ),
  );
  for (const { reasons } of found)
    for (const { file, reason } of reasons) say(`- ${file}: ${reason.slice(0, 300)}`);
}

function time(script: string, rounds: string, say: (line: string) => void): void {
  const rows: string[][] = [];
  for (const { id, writer } of formats) {
    if (writer === undefined) continue;
    const once = measured(script, id, articles, rounds);
    const tenfold = attempted(() => measured(script, id, articles * 10, '1'));
    const speed = (ms: number, { bytes }: FormatTimes) =>
      Number.isFinite(ms) ? (bytes / 1e3 / ms).toFixed(1) : '–';
    rows.push([
      id,
      (once.bytes / 1e6).toFixed(1),
      speed(once.write, once),
      speed(once.read, once),
      (once.stringify / once.write).toFixed(2),
      Number.isFinite(once.read) ? (once.parse / once.read).toFixed(2) : '–',
      once.peak.toFixed(0),
      tenfold?.peak.toFixed(0) ?? 'refused',
    ]);
    say(`speed: ${id}`);
  }
  say(
    markdownTable(
      ['format', 'MB', 'out, MB/s', 'in, MB/s', 'stringify ÷ out', 'parse ÷ in', 'peak MB', 'peak MB, 10x'],
      rows,
    ),
  );
}

/** Undefined where a format refuses so much. */
function attempted<Value>(measure: () => Value): Value | undefined {
  try {
    return measure();
  } catch {
    return undefined;
  }
}

function measured(script: string, id: string, count: number, rounds: string): FormatTimes {
  const args = [script, '--one', id, '--articles', String(count), '--rounds', rounds];
  const said = execFileSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 1e8,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const times: FormatTimes = JSON.parse(said.trim().split('\n').at(-1) ?? '');
  return { ...times, read: times.read ?? Number.POSITIVE_INFINITY };
}
