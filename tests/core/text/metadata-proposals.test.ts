import * as en from 'chrono-node/en';
import { describe, expect, it } from 'vitest';
import { dateReader } from '../../../src/core/dates/date-reader.ts';
import { metadataProposals } from '../../../src/core/text/metadata-proposals.ts';

const read = dateReader(en, []);

/** `key: value` of each proposal. */
function proposed(text: string, fileName = 'a.txt'): string[] {
  const readDay = (words: string) => {
    const reading = read(words, null, null);
    return reading.kind === 'resolved' && reading.value.granularity === 'day'
      ? reading.value.value
      : undefined;
  };
  return metadataProposals(text, fileName, readDay).map(({ key, value }) => `${key}: ${value}`);
}

describe('what an article says of itself', () => {
  it.each([
    ['By Ann Lee', 'author: Ann Lee'],
    ['By Ann de la Cruz and Marek Ode', 'author: Ann de la Cruz and Marek Ode'],
    ['Written by: Eva Novak', 'author: Eva Novak'],
    ['VELMAR (Reuters) - The fees will double.', 'outlet: Reuters'],
    ['Source: The Harbour Post', 'outlet: The Harbour Post'],
    ['© 2031 Harbour Post', 'outlet: Harbour Post'],
    ['Published 14 March 2031', 'date: 2031-03-14'],
    ['Last updated: March 14, 2031 at 10:30 GMT', 'date: 2031-03-14'],
    ['Friday, March 14, 2031', 'date: 2031-03-14'],
    ['VELMAR, 14 March 2031 (AP) — The fees will double.', 'date: 2031-03-14'],
    ['https://harbour.example/fees', 'url: https://harbour.example/fees'],
  ])('reads %s', (line, expected) => {
    expect(proposed(`Fees to double\n\n${line}\n\nThe port will double its fees.`)).toContain(expected);
  });

  it('reads the day in a file name', () => {
    expect(proposed('Fees', '2031-03-14-fees.txt')).toEqual(['date: 2031-03-14']);
    expect(proposed('Fees', 'fees_20310314.html')).toEqual(['date: 2031-03-14']);
    expect(proposed('Fees', '000_ad877b3d03b42381.txt')).toEqual([]);
    expect(proposed('Fees', '2031-02-30.txt')).toEqual([]);
  });

  it('says where it found what it proposes', () => {
    expect(metadataProposals('Fees\nBy Ann Lee', 'a.txt', () => undefined)).toEqual([
      { key: 'author', value: 'Ann Lee', evidence: 'By Ann Lee', place: 'text' },
    ]);
  });

  it.each([
    'By the time the vote came, it was late.',
    'By Thursday the port had closed.',
    'By Thursday, the port had closed.',
    'The minister spoke on 14 March.',
    'The bridge opened on Friday (the third time) - and closed.',
    'Thursday',
  ])('takes nothing from %s', (line) => {
    expect(proposed(`Fees to double\n\n${line}`)).toEqual([]);
  });

  it('looks at the first and the last lines alone', () => {
    const lines = Array.from({ length: 60 }, (_, index) => `Line ${index} of the text.`);
    expect(proposed(lines.with(30, 'By Ann Lee').join('\n'))).toEqual([]);
    expect(proposed(lines.with(58, 'Published 14 March 2031').join('\n'))).toEqual(['date: 2031-03-14']);
  });
});
