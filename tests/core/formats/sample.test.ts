import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { datasetBytes } from '../../../src/core/formats/dataset-writer.ts';
import { datasetToState } from '../../../src/core/formats/from-dataset.ts';
import { newArticle } from '../../../src/core/formats/new-article.ts';
import { readArticle } from '../../../src/core/formats/open-file.ts';
import { readDataset } from '../../../src/core/formats/read-dataset.ts';
import { exportDataset } from '../../../src/core/formats/to-dataset.ts';
import { readAttribute } from '../../../src/core/model/attribute-definition.ts';
import { entityOf, isSpeakerless } from '../../../src/core/model/known-attributes.ts';
import { defaultTagSet } from '../../../src/core/model/tag-set.ts';
import { mayLink } from '../../../src/core/operations/gestures/link-spans.ts';
import { gather } from './random-project.ts';

const bytesOf = (name: string) =>
  new Uint8Array(readFileSync(join(import.meta.dirname, '../../../resources/sample', name)));
const filling = { now: '2030-01-01T00:00:00.000Z', projectId: 'sample' };

function sample() {
  const reading = readDataset({ name: 'sample.ascribe.json', bytes: bytesOf('sample.ascribe.json') });
  if (!reading.ok) throw new Error(reading.reason.message);
  expect(reading.value.faults).toEqual([]);
  return datasetToState(reading.value.dataset, filling);
}

test('the tagged sample is the sample article', async () => {
  const read = await readArticle({ name: 'sample.txt', bytes: bytesOf('sample.txt') });
  if (!read.ok) throw new Error(read.reason.message);
  const [article] = sample().articles.values();
  const opened = newArticle(read.value, { id: 'sample-article', now: '2026-01-01T00:00:00.000Z' });
  expect(article?.body.text).toBe(opened.body.text);
  const { metadata, state, note, labels } = opened.record;
  expect({ ...article?.record, metadata, state, note, labels }).toEqual(opened.record);
});

test('its file is what Ascribe would write', async () => {
  const { articles, ...head } = exportDataset(sample(), { kind: 'handOver' });
  expect(Buffer.from(await gather(datasetBytes(head, articles))).equals(bytesOf('sample.ascribe.json'))).toBe(
    true,
  );
});

test('it shows what attributions can be: every tag and link, pieces, no speaker, a cast, dates, a flag', () => {
  const { project, articles } = sample();
  expect(project.tagSet).toEqual(defaultTagSet);
  const [article] = articles.values();
  const spans = article?.spans.ordered ?? [];
  for (const { id } of defaultTagSet.tags) expect(spans.some(({ tag }) => tag === id)).toBe(true);
  expect(spans.some(({ tag, fragments }) => tag === 'claim' && fragments.length === 2)).toBe(true);
  const links = [...(article?.relations.values() ?? [])];
  expect(new Set(links.map(({ type }) => type))).toEqual(new Set(['says', 'at', 'on']));
  for (const { type, from, to } of links) {
    const [a, b] = [article?.spans.get(from), article?.spans.get(to)];
    expect(a !== undefined && b !== undefined && mayLink(project.tagSet, type, a, b)).toBe(true);
  }
  const cast = new Set(project.entities.map(({ id }) => id));
  const speakers = spans.filter(({ tag }) => tag === 'speaker');
  for (const speaker of speakers) expect(cast.has(entityOf(speaker) ?? ''), speaker.quote).toBe(true);
  expect(spans.filter(isSpeakerless).map(({ quote }) => quote)).toEqual(['It will reportedly be full']);
  expect(spans.some(({ flagged, note }) => flagged && note !== '')).toBe(true);
  for (const span of spans) {
    const tag = project.tagSet.tags.find(({ id }) => id === span.tag);
    for (const definition of tag?.attributes ?? []) {
      expect(readAttribute(span.attributes, definition).ok, `${span.quote}: ${definition.id}`).toBe(true);
    }
  }
});
