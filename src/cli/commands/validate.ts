import { type DatasetFault, faultLine, type UnknownKey } from '../../core/formats/dataset-reading.ts';
import type { Format } from '../../core/formats/format.ts';
import { parseArguments } from '../arguments.ts';
import { type Command, type Surroundings, UsageError } from '../command.ts';
import { reportFaults } from '../fault.ts';
import { inputFiles } from '../input-files.ts';
import { openStream } from '../open-stream.ts';
import { type Input, readInput, readingFormat } from '../read-input.ts';
import { systemReason } from '../system-reason.ts';

export const command: Command = {
  name: 'validate',
  operands: 'FILE… [--from ID]',
  summary: 'Check datasets (schema, ids, that offsets give the text) and that article files can be read.',
  help: [
    '',
    'Folders are searched. One line a fault on standard error: file, line, reason. What is sound is said on standard output.',
    'Exit code 0: all is well. 1: there are faults. 2: wrong usage.',
    '',
    '  --from ID   read every file in this format; for “-”, standard input, it must be said',
  ],
  async run(args, surroundings) {
    const { operands, options } = parseArguments(args, ['from']);
    if (operands.length === 0) throw new UsageError('no file is named');
    const format = readingFormat(options.from);
    const { files, faults } = await inputFiles(operands, surroundings.folder);
    reportFaults(faults, surroundings);
    let sound = faults.length === 0;
    for (const file of files) {
      const finding =
        (await ofStream(file, format, surroundings)) ?? (await ofFile(file, format, surroundings));
      sound &&= finding.holds !== undefined;
      if (finding.holds !== undefined) surroundings.out(`${file}: ${finding.holds}`);
      for (const { path, count } of finding.unknownKeys) {
        surroundings.out(`${file}: the key ${path} is not known and is left out on import (${count} times)`);
      }
    }
    return sound ? 0 : 1;
  },
};

interface Finding {
  /** Undefined when there were faults, which were reported. */
  readonly holds: string | undefined;
  readonly unknownKeys: readonly UnknownKey[];
}

async function ofFile(
  file: string,
  format: Format | undefined,
  surroundings: Surroundings,
): Promise<Finding> {
  const input = await readInput(file, format, surroundings);
  reportFaults(input.faults, surroundings);
  return {
    holds: input.faults.length === 0 ? holdings(input) : undefined,
    unknownKeys: input.dataset?.unknownKeys ?? [],
  };
}

/** What was found in a file that is read article by article; undefined when this one is not. */
async function ofStream(
  file: string,
  format: Format | undefined,
  surroundings: Surroundings,
): Promise<Finding | undefined> {
  const opened = await openStream(file, format, surroundings);
  if (opened === undefined) return undefined;
  if (!opened.ok) {
    reportFaults([opened.reason], surroundings);
    return { holds: undefined, unknownKeys: [] };
  }
  const stream = opened.value;
  const count = { articles: 0, spans: 0, relations: 0, faults: 0 };
  const report = (faults: readonly DatasetFault[]) => {
    count.faults += faults.length;
    reportFaults(
      faults.map((fault) => ({ file, line: fault.line, reason: faultLine(fault) })),
      surroundings,
    );
  };
  report(stream.faults);
  try {
    for await (const { article, faults } of stream.articles) {
      report(faults);
      count.articles += article === undefined ? 0 : 1;
      count.spans += article?.spans?.length ?? 0;
      count.relations += article?.relations?.length ?? 0;
    }
  } catch (error) {
    count.faults += 1;
    reportFaults([{ file, reason: systemReason(error) }], surroundings);
  }
  return { holds: count.faults === 0 ? datasetHolds(count) : undefined, unknownKeys: stream.unknownKeys() };
}

function holdings({ article, dataset }: Input): string {
  if (article !== undefined) {
    const { encoding, replacements } = article.source;
    const replaced = replacements === 0 ? '' : `, ${replacements} undecodable sequences`;
    return `article, ${encoding}, ${article.wordCount} words${replaced}`;
  }
  const articles = dataset?.dataset.articles ?? [];
  const spans = articles.reduce((sum, each) => sum + (each.spans?.length ?? 0), 0);
  const relations = articles.reduce((sum, each) => sum + (each.relations?.length ?? 0), 0);
  return datasetHolds({ articles: articles.length, spans, relations });
}

function datasetHolds({
  articles,
  spans,
  relations,
}: {
  articles: number;
  spans: number;
  relations: number;
}) {
  return `dataset, ${articles} articles, ${spans} spans, ${relations} relations`;
}
