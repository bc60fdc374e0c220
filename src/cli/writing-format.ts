import { extname } from 'node:path';
import type { WritingFormat } from '../core/formats/packing.ts';
import { formatById, writerFor } from '../core/formats/registry.ts';
import { UsageError } from './command.ts';
import { isStandardOutput } from './standard-streams.ts';

/** The format that `--to` names, else the one that the ending of the output tells. @throws UsageError */
export function writingFormat(id: string | undefined, output: string): WritingFormat {
  if (id === undefined && isStandardOutput(output)) {
    throw new UsageError('what goes to standard output has no name: say --to');
  }
  const format = id === undefined ? writerFor(output) : formatById(id);
  if (format === undefined) {
    const reason =
      id === undefined ? `no format writes “${extname(output)}” files` : `there is no format “${id}”`;
    throw new UsageError(`${reason}; “ascribe formats” lists them`);
  }
  const { writer } = format;
  if (writer === undefined) throw new UsageError(`“${format.id}” is a format that is not written`);
  return { ...format, writer };
}
