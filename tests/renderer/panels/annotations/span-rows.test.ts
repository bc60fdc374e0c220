import { expect, test } from 'vitest';
import { SpanIndex } from '../../../../src/core/model/span-index.ts';
import { defaultTagSet } from '../../../../src/core/model/tag-set.ts';
import {
  rowsBySpeaker,
  rowsByTag,
  rowsInOrder,
  type SpanRows,
} from '../../../../src/renderer/panels/annotations/span-rows.ts';
import { articleOf } from '../../../core/arbitraries/article.ts';
import { personOf } from '../../../core/operations/gestures/cast-builders.ts';
import { linkOf, spanOf } from '../../fakes/project.ts';

const article = articleOf('Anna Berg said this in Oslo on Monday', 'a');
const spans = SpanIndex.of([
  spanOf(article, 'd', 31, 37, 'date'),
  spanOf(article, 's', 0, 9, 'speaker'),
  { ...spanOf(article, 'c', 15, 19, 'claim'), note: 'Check with Oslo' },
  spanOf(article, 'l', 23, 27, 'location'),
  spanOf(article, 'x', 10, 14, 'rumour'),
]);

function shown(rows: SpanRows): string[] {
  return Array.from({ length: rows.count }, (_, i) => {
    const row = rows.at(i);
    return `${row?.heading === null ? '' : `[${row?.heading}] `}${row?.span.id}`;
  });
}

test('in order, as the text has them', () => {
  const rows = rowsInOrder(spans, ' ');
  expect(shown(rows)).toEqual(['s', 'x', 'c', 'l', 'd']);
  expect(['s', 'd', 'gone'].map((id) => rows.positionOf(id))).toEqual([0, 4, -1]);
  expect(rows.at(5)).toBeUndefined();
});

test('the filter looks for every word in the span’s words and note, whatever the case', () => {
  expect(shown(rowsInOrder(spans, 'oslo'))).toEqual(['c', 'l']);
  expect(shown(rowsInOrder(spans, 'OSLO check'))).toEqual(['c']);
  expect(rowsInOrder(spans, 'oslo').positionOf('l')).toBe(1);
  expect(rowsInOrder(spans, 'oslo').positionOf('s')).toBe(-1);
  expect(rowsInOrder(spans, 'bergen').count).toBe(0);
});

test('by tag, in the tag set’s order, the first of a group with its heading; unknown tags last', () => {
  expect(shown(rowsByTag(spans, '', defaultTagSet.tags))).toEqual([
    '[Speaker] s',
    '[Claim] c',
    '[Location] l',
    '[Date] d',
    '[rumour] x',
  ]);
  expect(rowsByTag(spans, 'oslo', defaultTagSet.tags).positionOf('l')).toBe(1);
});

test('by speaker: claims without one first, then by name, one group for all who stand for one entity', () => {
  const text = 'Ilse said A. She said B. Marek and Ilse said C. D. Reportedly E.';
  const said = articleOf(text, 'said');
  const at = (words: string) => [text.indexOf(words), text.indexOf(words) + words.length] as const;
  const claim = (id: string) => spanOf(said, id, ...at(`${id}.`), 'claim');
  const toIlse = { attributes: { entity: 'ilse' } };
  const ilse = { ...spanOf(said, 'i1', 0, 4, 'speaker'), ...toIlse };
  const she = { ...spanOf(said, 'i2', ...at('She'), 'speaker'), ...toIlse };
  const marek = spanOf(said, 'm', ...at('Marek'), 'speaker');
  const [a, b, c, d] = [claim('A'), claim('B'), claim('C'), claim('D')];
  const e = { ...claim('E'), attributes: { noSpeaker: true } };
  const links = [linkOf('1', ilse, a), linkOf('2', she, b), linkOf('3', marek, c), linkOf('4', ilse, c)];
  const state = {
    spans: SpanIndex.of([ilse, she, marek, a, b, c, d, e]),
    relations: new Map(links.map((link) => [link.id, link])),
  };
  const project = { tagSet: defaultTagSet, entities: [{ ...personOf('Ilse Tarrant'), id: 'ilse' }] };
  expect(shown(rowsBySpeaker(state, '', project))).toEqual([
    '[No speaker yet] D',
    '[Ilse Tarrant] A',
    'B',
    '[Marek, Ilse Tarrant] C',
    '[No speaker named] E',
  ]);
  expect(shown(rowsBySpeaker(state, 'marek', project))).toEqual(['[Marek, Ilse Tarrant] C']);
  expect(rowsBySpeaker(state, '', project).positionOf('m')).toBe(-1);
});
