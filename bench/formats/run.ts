import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { formatById, formats, opensArticles } from '../../src/core/formats/registry.ts';
import { filesBelow } from '../fuzz/files-below.ts';
import { markdownTable } from '../report/table.ts';
import { type ArticleTimes, articleTimes } from './article-times.ts';
import { bareJson, type FormatTimes, timed } from './one-format.ts';
import { tallies } from './tallies.ts';
import { textAgreements } from './text-agreement.ts';

/** Articles of the smaller dataset; its native form is some 8 MB. */
const articles = 180;

interface Surroundings {
  /** This script, for measuring each format in a process of its own. */
  readonly script: string;
  readonly sharedData: string;
  readonly say: (line: string) => void;
}

/**
 * Measures formats: `speed` of writing and reading datasets and the memory it takes, `reading` the same of articles, `tallies` of real datasets, `texts` of
 * real articles; all of them without a word. `speed` takes `--format id,…`.
 * @returns the exit code
 */
export async function run(words: string[], { script, sharedData, say }: Surroundings): Promise<number> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      rounds: { type: 'string', default: '5' },
      format: { type: 'string' },
      one: { type: 'string' },
      reader: { type: 'string' },
      data: { type: 'string', default: sharedData },
      articles: { type: 'string' },
    },
  });
  if (values.one !== undefined) {
    say(JSON.stringify(await timed(values.one, Number(values.articles), Number(values.rounds))));
    return 0;
  }
  const reader = formatById(values.reader ?? '');
  if (reader !== undefined) {
    say(JSON.stringify(await articleTimes(reader, realFiles(values.data), Number(values.rounds))));
    return 0;
  }
  const wants = (part: string) => positionals.length === 0 || positionals.includes(part);
  say(`load ${loadavg()[0]?.toFixed(1)}`);
  if (!existsSync(sharedData)) say('There is no ../shared/data: only our own files are measured.');
  if (wants('tallies')) await tell(sharedData, say);
  if (wants('texts')) await tellTexts(sharedData, say);
  if (wants('reading')) timeReading(script, sharedData, values.rounds, say);
  if (wants('speed')) time(script, values, say);
  return 0;
}

function realFiles(folder: string) {
  return existsSync(folder) ? filesBelow(folder) : [];
}

async function tell(sharedData: string, say: (line: string) => void): Promise<void> {
  const found = await tallies(realFiles(sharedData));
  say(
    markdownTable(
      ['folder', 'format', 'files', 'read', 'with faults', 'equal again'],
      found.map(({ folder, format, files, read, faulty, equal }) => [
        folder,
        format,
        `${files}`,
        `${read}`,
        `${faulty}`,
        `${equal}`,
      ]),
    ),
  );
  for (const { reasons } of found)
    for (const { file, reason } of reasons) say(`- ${file}: ${reason.slice(0, 300)}`);
}

async function tellTexts(sharedData: string, say: (line: string) => void): Promise<void> {
  const found = await textAgreements(realFiles(sharedData));
  say(
    markdownTable(
      ['file', 'precision', 'recall', 'F1'],
      found.map(({ file, precision, recall, f1 }) => [
        file,
        ...[precision, recall, f1].map((share) => share.toFixed(3)),
      ]),
    ),
  );
}

function timeReading(script: string, sharedData: string, rounds: string, say: (line: string) => void): void {
  const rows = formats.filter(opensArticles).map(({ id }) => {
    const args = ['--reader', id, '--data', sharedData, '--rounds', rounds];
    const times: ArticleTimes = JSON.parse(answerOf(script, args));
    const { files, bytes, articles: read, ms, slowest, growth } = times;
    const speed = bytes === 0 ? '–' : (bytes / 1e3 / ms).toFixed(1);
    return [
      id,
      `${files}`,
      `${read}`,
      (bytes / 1e6).toFixed(2),
      speed,
      slowest.toFixed(0),
      growth.toFixed(0),
    ];
  });
  say(markdownTable(['reader', 'files', 'articles', 'MB', 'in, MB/s', 'slowest, ms', 'memory, MB'], rows));
}

function time(
  script: string,
  { rounds, format }: { readonly rounds: string; readonly format?: string | undefined },
  say: (line: string) => void,
): void {
  const rows: string[][] = [];
  const written = formats.filter(({ writer }) => writer !== undefined).map(({ id }) => id);
  const wanted = format?.split(',') ?? written;
  for (const id of [bareJson, ...written.filter((each) => wanted.includes(each))]) {
    const once = measured(script, id, articles, rounds);
    const tenfold = attempted(() => measured(script, id, articles * 10, '1'));
    const speed = (ms: number, { bytes }: FormatTimes) =>
      Number.isFinite(ms) ? (bytes / 1e3 / ms).toFixed(1) : '–';
    const row = [
      id,
      (once.bytes / 1e6).toFixed(1),
      speed(once.write, once),
      speed(once.read, once),
      (once.stringify / once.write).toFixed(2),
      Number.isFinite(once.read) ? (once.parse / once.read).toFixed(2) : '–',
      once.peak.toFixed(0),
      tenfold?.peak.toFixed(0) ?? 'refused',
    ];
    rows.push(row);
    say(`measured: ${row.join(' ')}`);
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
  const args = ['--one', id, '--articles', String(count), '--rounds', rounds];
  const times: FormatTimes = JSON.parse(answerOf(script, args));
  return { ...times, read: times.read ?? Number.POSITIVE_INFINITY };
}

/** What this script says last in a process of its own. */
function answerOf(script: string, args: readonly string[]): string {
  const said = execFileSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    maxBuffer: 1e8,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return said.trim().split('\n').at(-1) ?? '';
}
