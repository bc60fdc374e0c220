import { parseArguments } from '../arguments.ts';
import { type Command, UsageError } from '../command.ts';
import { reportFaults } from '../fault.ts';
import { inputFiles } from '../input-files.ts';
import { type Input, readInput, readingFormat } from '../read-input.ts';

export const command: Command = {
  name: 'validate',
  operands: 'FILE… [--from ID]',
  summary: 'Check datasets (schema, ids, that offsets give the text) and that article files can be read.',
  help: [
    '',
    'Folders are searched. One line a fault on standard error: file, line, reason. What is sound is said on standard output.',
    'Exit code 0: all is well. 1: there are faults. 2: wrong usage.',
    '',
    '  --from ID   read every file in this format',
  ],
  async run(args, surroundings) {
    const { operands, options } = parseArguments(args, ['from']);
    if (operands.length === 0) throw new UsageError('no file is named');
    const format = readingFormat(options.from);
    const { files, faults } = await inputFiles(operands, surroundings.folder);
    reportFaults(faults, surroundings);
    let sound = faults.length === 0;
    for (const file of files) {
      const input = await readInput(file, surroundings.folder, format);
      reportFaults(input.faults, surroundings);
      sound &&= input.faults.length === 0;
      if (input.faults.length === 0) surroundings.out(`${file}: ${holdings(input)}`);
      for (const { path, count } of input.dataset?.unknownKeys ?? []) {
        surroundings.out(`${file}: the key ${path} is not known and is left out on import (${count} times)`);
      }
    }
    return sound ? 0 : 1;
  },
};

function holdings({ article, dataset }: Input): string {
  if (article !== undefined) {
    const { encoding, replacements } = article.source;
    const replaced = replacements === 0 ? '' : `, ${replacements} undecodable sequences`;
    return `article, ${encoding}, ${article.wordCount} words${replaced}`;
  }
  const articles = dataset?.dataset.articles ?? [];
  const spans = articles.reduce((sum, each) => sum + (each.spans?.length ?? 0), 0);
  const relations = articles.reduce((sum, each) => sum + (each.relations?.length ?? 0), 0);
  return `dataset, ${articles.length} articles, ${spans} spans, ${relations} relations`;
}
