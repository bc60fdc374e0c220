import { type DatasetFault, faultLine, type UnknownKey } from '../../core/formats/dataset-reading.ts';
import type { ReadArticle } from '../../core/formats/read-article.ts';
import { count } from '../../core/text/number-words.ts';
import { parseArguments } from '../arguments.ts';
import { type Command, type Surroundings, UsageError } from '../command.ts';
import { type Fault, reportFaults } from '../fault.ts';
import { inputFiles } from '../input-files.ts';
import { openStream } from '../open-stream.ts';
import {
  type InputOptions,
  inputOptionHelp,
  inputOptionNames,
  inputOptions,
  readInput,
} from '../read-input.ts';
import { systemReason } from '../system-reason.ts';

export const command: Command = {
  name: 'validate',
  operands: 'FILE… [--from ID] [--columns ROLE=COLUMN,…] [--json]',
  summary: 'Check datasets (schema, ids, that offsets give the text) and that article files can be read.',
  help: [
    '',
    'Folders are searched. One line a fault on standard error: file, line, reason. What is sound is said on standard output.',
    'For “-”, standard input, --from must be said.',
    'Exit code 0: all is well. 1: there are faults. 2: wrong usage.',
    '',
    ...inputOptionHelp,
    '  --json         print one JSON object a file, one a line, its faults among what it says',
  ],
  async run(args, surroundings) {
    const { operands, options, flags } = parseArguments(args, inputOptionNames, ['json']);
    if (operands.length === 0) throw new UsageError('no file is named');
    const reading = inputOptions(options);
    const isJson = flags.has('json');
    const { files, faults } = await inputFiles(operands, surroundings.folder);
    let sound = faults.length === 0;
    const report = isJson ? reportJson : reportLines;
    for (const fault of faults) report(fault.file, { ...nothing, faults: [fault] }, surroundings);
    for (const [done, file] of files.entries()) {
      surroundings.progress?.(`Checking ${done + 1} of ${files.length}: ${file}`);
      const finding =
        (await ofStream(file, reading, surroundings)) ?? (await ofFile(file, reading, surroundings));
      sound &&= finding.faults.length === 0;
      report(file, finding, surroundings);
    }
    surroundings.progress?.('');
    return sound ? 0 : 1;
  },
};

interface Finding {
  readonly kind: 'articles' | 'dataset';
  readonly articles: number;
  readonly spans: number;
  readonly relations: number;
  /** Of a file that is one article. */
  readonly article?: ReadArticle | undefined;
  readonly faults: readonly Fault[];
  readonly unknownKeys: readonly UnknownKey[];
}

const nothing: Finding = {
  kind: 'articles',
  articles: 0,
  spans: 0,
  relations: 0,
  faults: [],
  unknownKeys: [],
};

async function ofFile(file: string, options: InputOptions, surroundings: Surroundings): Promise<Finding> {
  const { articles, dataset, faults } = await readInput(file, options, surroundings);
  if (dataset === undefined)
    return {
      ...nothing,
      articles: articles.length,
      faults,
      ...(articles.length === 1 && { article: articles[0] }),
    };
  const held = dataset.dataset.articles;
  return {
    kind: 'dataset',
    articles: held.length,
    spans: held.reduce((sum, { spans = [] }) => sum + spans.length, 0),
    relations: held.reduce((sum, { relations = [] }) => sum + relations.length, 0),
    faults,
    unknownKeys: dataset.unknownKeys,
  };
}

/** What was found in a file that is read article by article; undefined when this one is not. */
async function ofStream(
  file: string,
  { from }: InputOptions,
  surroundings: Surroundings,
): Promise<Finding | undefined> {
  const opened = await openStream(file, from, surroundings);
  if (opened === undefined) return undefined;
  if (!opened.ok) return { ...nothing, kind: 'dataset', faults: [opened.reason] };
  const stream = opened.value;
  const counts = { articles: 0, spans: 0, relations: 0 };
  const all: Fault[] = [];
  const add = (faults: readonly DatasetFault[]) => {
    for (const fault of faults) all.push({ file, line: fault.line, reason: faultLine(fault) });
  };
  add(stream.faults);
  try {
    for await (const { article, faults } of stream.articles) {
      add(faults);
      counts.articles += article === undefined ? 0 : 1;
      counts.spans += article?.spans?.length ?? 0;
      counts.relations += article?.relations?.length ?? 0;
      surroundings.progress?.(`Checking ${file}: ${count(counts.articles, 'article')}`);
    }
  } catch (error) {
    all.push({ file, reason: systemReason(error) });
  }
  return { kind: 'dataset', ...counts, faults: all, unknownKeys: stream.unknownKeys() };
}

function reportLines(file: string, finding: Finding, surroundings: Surroundings): void {
  reportFaults(finding.faults, surroundings);
  if (finding.faults.length === 0) surroundings.out(`${file}: ${holdings(finding)}`);
  for (const { path, count: times } of finding.unknownKeys) {
    surroundings.out(`${file}: the key ${path} is not known and is left out on import (${times} times)`);
  }
}

function reportJson(file: string, { article, ...finding }: Finding, { out }: Surroundings): void {
  const told = article === undefined ? {} : { words: article.wordCount, encoding: article.source.encoding };
  out(JSON.stringify({ file, sound: finding.faults.length === 0, ...finding, ...told }));
}

function holdings({ kind, article, articles, spans, relations }: Finding): string {
  if (article !== undefined) {
    const { encoding, replacements } = article.source;
    const replaced = replacements === 0 ? '' : `, ${replacements} undecodable sequences`;
    return `article, ${encoding}, ${article.wordCount} words${replaced}`;
  }
  if (kind === 'articles') return `${articles} articles`;
  return `dataset, ${articles} articles, ${spans} spans, ${relations} relations`;
}
