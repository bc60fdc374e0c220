import type { Format } from '../../core/formats/format.ts';
import { formats } from '../../core/formats/registry.ts';
import { parseArguments } from '../arguments.ts';
import { type Command, UsageError } from '../command.ts';

export const command: Command = {
  name: 'formats',
  operands: '',
  summary: 'List the formats: id, name, whether it is read or written, endings.',
  help: ['The four are separated by tabs.'],
  async run(args, { out }) {
    if (parseArguments(args, []).operands.length > 0) throw new UsageError('it takes no operands');
    for (const format of formats) {
      out([format.id, format.name, abilities(format), format.endings.join(' ')].join('\t'));
    }
    return 0;
  },
};

function abilities({ articles, datasets, writer }: Format): string {
  const can = [
    (articles !== undefined || datasets !== undefined) && 'reads',
    writer !== undefined && 'writes',
  ];
  return can.filter((ability) => ability !== false).join('/');
}
