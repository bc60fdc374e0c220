import { describe, expect, it } from 'vitest';
import { deriveBlocks } from '../../../src/core/text/blocks.ts';
import { statementsAfter } from '../../../src/core/text/statements.ts';

function statements(text: string, offset = 0): string[] {
  return [...statementsAfter(text, deriveBlocks(text), offset)].map(({ fragments }) =>
    fragments.map(({ start, end }) => text.slice(start, end)).join(' … '),
  );
}

const text = [
  'Port asks for “more”',
  '“We pay,” said Marek Ode, “for your bread.” It rained.',
  'The “free” port of Velmar is old. Ode said that the harbour was empty. “No,” Dahl said.',
  'According to the Port Authority, the harbour is full.',
].join('\n\n');

describe('statementsAfter', () => {
  it('gives quotations and reports in text order, without words in inverted commas', () => {
    expect(statements(text)).toEqual([
      '“We pay,” … “for your bread.”',
      'the harbour was empty',
      '“No,”',
      'the harbour is full',
    ]);
  });

  it('begins behind an offset', () => {
    expect(statements(text, text.indexOf('It rained'))).toEqual([
      'the harbour was empty',
      '“No,”',
      'the harbour is full',
    ]);
    expect(statements(text, text.length)).toEqual([]);
    expect(statements('', 0)).toEqual([]);
  });
});
