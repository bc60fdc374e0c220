import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CalendarDate } from '../../../src/core/dates/calendar.ts';
import { loadDateReader } from '../../../src/core/dates/load-date-reader.ts';
import { suggestDates } from '../../../src/core/suggest/dates/suggest-dates.ts';
import { deriveBlocks } from '../../../src/core/text/blocks.ts';

const reader = await loadDateReader(null);
const published: CalendarDate = { year: 2031, month: 3, day: 14 };

const found = (text: string, on: CalendarDate | null = published) =>
  [...suggestDates(text, deriveBlocks(text), on, reader)].map(({ fragments: [{ start, end }], value }) => [
    text.slice(start, end),
    value?.value ?? null,
  ]);

test('finds times in words and figures and reads them from the day of publication', () => {
  expect(
    found(
      'It was said on Tuesday. Thursday, March 6, 2031 was wet, 7 March 2031 at 10:30 too. It began in 1994, or in the 1960s, and lasted two years. Last week, the end of the year and yesterday were dry; September 2030 was not.',
    ),
  ).toEqual([
    ['Tuesday', '2031-03-11'],
    ['Thursday, March 6, 2031', '2031-03-06'],
    ['7 March 2031 at 10:30', '2031-03-07T10:30'],
    ['1994', '1994'],
    ['the 1960s', '196'],
    ['two years', 'P2Y'],
    ['Last week', '2031-W10'],
    ['the end of the year', '2031'],
    ['yesterday', '2031-03-13'],
    ['September 2030', '2030-09'],
  ]);
});

test('leaves alone what only looks like a time', () => {
  expect(
    found(
      'He may march on. A 33-year-old, aged 20 years, won 3.15 of $2000 and 1990 people sat in the sun a second time.',
    ),
  ).toEqual([]);
});

test('asks where the day or the month may come first, and where no day of publication is known', () => {
  expect(found('On 03/04/2031 it rained.')).toEqual([['03/04/2031', null]]);
  expect(found('It rained yesterday and on 5 May 2030.', null)).toEqual([
    ['yesterday', null],
    ['5 May 2030', '2030-05-05'],
  ]);
  const [asked] = suggestDates('Today', deriveBlocks('Today'), null, reader);
  expect(asked?.reason.join('; ')).toContain('not known');
});

test('proposes nothing twice, whatever the line is like', () => {
  const line = 'The ship sank on 5 May 2030 off the coast of the island. '.repeat(2000);
  expect(found(line)).toHaveLength(2000);
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          'Monday',
          'May',
          '5',
          '2030',
          ' ',
          '\n\n',
          'the',
          'end of',
          'two',
          'years',
          '\u202e',
          '’s',
          '-',
          '10:30',
        ),
      ),
      (parts) => {
        const text = parts.join(' ');
        let last = 0;
        for (const { fragments, confidence, reason } of suggestDates(
          text,
          deriveBlocks(text),
          published,
          reader,
        )) {
          expect(fragments[0].start).toBeGreaterThanOrEqual(last);
          expect(fragments[0].end).toBeGreaterThan(fragments[0].start);
          expect(confidence).toBeLessThanOrEqual(1);
          expect(reason.every((part) => part !== '')).toBe(true);
          last = fragments[0].end;
        }
      },
    ),
  );
});
