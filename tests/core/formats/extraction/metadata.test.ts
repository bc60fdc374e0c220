import { expect, test } from 'vitest';
import { metadataOf } from '../../../../src/core/formats/extraction/known-metadata.ts';
import {
  publicationDay,
  publicationMetadata,
} from '../../../../src/core/formats/extraction/publication-date.ts';
import { withTitle } from '../../../../src/core/formats/extraction/with-title.ts';

test.each([
  ['2031-03-14', '2031-03-14'],
  ['2031-03-14T23:59:00-11:00', '2031-03-14'],
  ['2031/03/14 10:00', '2031-03-14'],
  ['20310314', '2031-03-14'],
  ['20310314T100000Z', '2031-03-14'],
  ["D:20310314101500+01'00'", '2031-03-14'],
  ['Fri, 14 Mar 2031 10:00:00 +0200', '2031-03-14'],
  ['14 March 2031', '2031-03-14'],
  ['March 14th, 2031, 9 a.m.', '2031-03-14'],
  ['Sept. 1, 2031', '2031-09-01'],
  ['2031-02-30', undefined],
  ['31 February 2031', undefined],
  ['14 Marzipan', undefined],
  ['yesterday', undefined],
  ['2031', undefined],
  ['', undefined],
])('“%s” is the day %s', (words, day) => {
  expect(publicationDay(words)).toBe(day);
});

test('a time of day is kept beside the day', () => {
  expect(publicationMetadata('2031-03-14T10:00Z')).toEqual({
    date: '2031-03-14',
    published: '2031-03-14T10:00Z',
  });
  expect(publicationMetadata('14 March 2031')).toEqual({ date: '2031-03-14' });
  expect(publicationMetadata('soon')).toEqual({});
});

test('fields go under the keys that articles have, others stay', () => {
  const fields = [
    ['Byline', 'Ann Lee'],
    ['author', 'Bo Ek'],
    ['Publication', 'The Harbour Post'],
    ['publish_date', '14 March 2031'],
    ['Date', 'spring'],
    ['Permalink', 'https://post.example'],
    ['section', 'news'],
    ['empty', ' '],
  ] as const;
  expect(metadataOf(fields)).toEqual({
    author: 'Ann Lee',
    outlet: 'The Harbour Post',
    date: '2031-03-14',
    Date: 'spring',
    url: 'https://post.example',
    section: 'news',
  });
});

test('the title is found among the first blocks, or put before them', () => {
  const blocks = [
    { kind: 'paragraph', text: 'News' },
    { kind: 'heading', text: 'Storm  closes\nport' },
  ] as const;
  expect(withTitle('storm closes port', blocks)).toEqual([blocks[0], { ...blocks[1], kind: 'title' }]);
  expect(withTitle('Another', blocks)[0]).toEqual({ kind: 'title', text: 'Another' });
  expect(withTitle(' ', blocks)).toEqual(blocks);
  expect(withTitle(undefined, blocks)).toEqual(blocks);
});
