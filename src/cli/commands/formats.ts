import type { Format } from '../../core/formats/format.ts';
import { formats, opensArticles } from '../../core/formats/registry.ts';
import { parseArguments } from '../arguments.ts';
import { type Command, UsageError } from '../command.ts';

export const command: Command = {
  name: 'formats',
  operands: '[--json]',
  summary: 'List the formats: id, name, whether it is read or written, endings.',
  help: ['The four are separated by tabs.', '', '  --json   print one JSON array'],
  async run(args, { out }) {
    const { operands, flags } = parseArguments(args, [], ['json']);
    if (operands.length > 0) throw new UsageError('it takes no operands');
    if (flags.has('json')) {
      out(JSON.stringify(formats.map(described), null, 2));
      return 0;
    }
    for (const format of formats) {
      const { id, name, reads, writes, endings } = described(format);
      const can = [reads && 'reads', writes && 'writes'].filter((ability) => ability !== false);
      out([id, name, can.join('/'), endings.join(' ')].join('\t'));
    }
    return 0;
  },
};

function described(format: Format) {
  const { id, name, endings, mediaTypes, datasets, writer } = format;
  const opens = opensArticles(format);
  return {
    id,
    name,
    holds: opens ? 'articles' : 'dataset',
    reads: opens || datasets !== undefined,
    writes: writer !== undefined,
    endings,
    mediaTypes,
  };
}
