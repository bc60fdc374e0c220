import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentDifference } from '../../../src/core/formats/dataset-content.ts';
import type { Dataset } from '../../../src/core/formats/dataset-schema.ts';
import { everything, type Holdings, spansAlone } from '../../../src/core/formats/holdings.ts';
import { readDatasetFiles } from '../../../src/core/formats/open-file.ts';
import { packedWithRest } from '../../../src/core/formats/pack-with-rest.ts';
import { formats } from '../../../src/core/formats/registry.ts';
import { restoreRest } from '../../../src/core/formats/restore-rest.ts';
import { exportDataset } from '../../../src/core/formats/to-dataset.ts';
import { anyProject, gather } from './random-project.ts';
import { datasetOf, spanAt } from './round-trip.ts';

const readToo = formats.flatMap((format) =>
  format.writer === undefined || format.datasets === undefined ? [] : [{ ...format, writer: format.writer }],
);

describe.each(readToo)('$id', (format) => {
  test('with the rest beside it, comes back whole', async () => {
    await fc.assert(
      fc.asyncProperty(anyProject, async (state) => {
        const dataset = exportDataset(state, { kind: 'handOver' });
        const { articles, ...head } = dataset;
        if (articles.length === 0) return;
        const bytes = await gather(packedWithRest(format, 'dataset', head, () => articles));
        const reading = await readDatasetFiles([{ name: 'dataset.zip', bytes }]);
        if (!reading.ok) throw new Error(reading.reason.message);
        expect(contentDifference(dataset, reading.value.dataset, everything)).toBeUndefined();
      }),
      { numRuns: 25 },
    );
  });
});

describe('what another program did', () => {
  const text = 'Ann said: it rains. Bob, in Rome, agreed.';
  const work = { attributes: { basis: 'named' }, note: 'Sure.', flagged: true };
  const whole: Dataset = {
    ...datasetOf({
      text,
      title: 'Rain',
      spans: [
        spanAt('a', 'speaker', 'Ann', 0, work),
        spanAt('c', 'claim', 'it rains', 10, work),
        spanAt('b', 'speaker', 'Bob', 20, work),
        {
          ...spanAt('d', 'claim', 'Bob agreed', 20),
          end: 40,
          fragments: [
            { start: 20, end: 23 },
            { start: 34, end: 40 },
          ],
        },
      ],
      relations: [
        { id: 'r', type: 'claimedBy', from: 'c', to: 'a' },
        { id: 'q', type: 'claimedBy', from: 'd', to: 'b' },
      ],
    }),
    project: { name: 'News' },
  };
  const holds: Holdings = spansAlone;
  /** The spans as they were written: a fragment a span, without ids. */
  const written = [
    spanAt('1', 'speaker', 'Ann', 0),
    spanAt('2', 'claim', 'it rains', 10),
    spanAt('3', 'speaker', 'Bob', 20),
    spanAt('4', 'claim', 'Bob', 20),
    spanAt('5', 'claim', 'agreed', 34),
  ];
  const back = (spans: readonly (typeof written)[number][]) => {
    const { articles, project } = restoreRest(datasetOf({ text, spans: [...spans] }), whole, holds);
    const [article] = articles;
    return { article, project };
  };

  test('nothing: all of it is there again', () => {
    const { article, project } = back(written);
    expect(article).toEqual(whole.articles[0]);
    expect(project).toEqual({ name: 'News' });
  });

  test('what was removed stays away, and its links; the rest keeps what it had', () => {
    const { article } = back(written.filter(({ id }) => id !== '1'));
    expect(article?.spans?.map(({ id }) => id)).toEqual(['c', 'b', 'd']);
    expect(article?.relations?.map(({ id }) => id)).toEqual(['q']);
    expect(article?.title).toBe('Rain');
  });

  test('what was added comes in, under an id that is free', () => {
    const { article } = back([...written, spanAt('a', 'location', 'Rome', 28)]);
    expect(article?.spans).toContainEqual(
      expect.objectContaining({ id: 'a/2', tag: 'location', text: 'Rome' }),
    );
    expect(article?.spans).toHaveLength(5);
  });

  test('a discontinuous span of which a part was removed is what is left of it', () => {
    const { article } = back(written.filter(({ id }) => id !== '5'));
    expect(article?.spans?.filter(({ tag }) => tag === 'claim').map((span) => span.text)).toEqual([
      'it rains',
      'Bob',
    ]);
    expect(article?.relations?.map(({ id }) => id)).toEqual(['r']);
  });

  test('by ids, where the format has them: what was moved or tagged otherwise keeps the rest', () => {
    const withIds: Holdings = { ...spansAlone, fragments: true, ids: true };
    const [a, c, b, d] = whole.articles[0]?.spans ?? [];
    if (a === undefined || b === undefined || c === undefined || d === undefined)
      throw new Error('four spans');
    const moved = [
      { id: a.id, tag: 'location', start: 0, end: 8, text: 'Ann said' },
      ...[c, b, d].map(({ id, tag, start, end, text: quote, fragments }) => ({
        id,
        tag,
        start,
        end,
        text: quote,
        ...(fragments && { fragments }),
      })),
    ];
    const given = { ...datasetOf({ text, spans: moved }) };
    const [article] = restoreRest(given, whole, withIds).articles;
    expect(article?.spans?.[0]).toEqual({ ...a, tag: 'location', end: 8, text: 'Ann said' });
    expect(article?.relations).toHaveLength(2);
  });

  test('where white space may change, places are found through it', () => {
    const loose: Holdings = { ...spansAlone, exactText: false };
    const given = datasetOf({
      text: 'Ann  said : it rains . Bob , in Rome , agreed .',
      spans: [spanAt('x', 'location', 'Rome', 32)],
    });
    const [article] = restoreRest(given, whole, loose).articles;
    expect(article?.text).toBe(text);
    expect(article?.spans).toEqual([
      expect.objectContaining({ tag: 'location', start: 28, end: 32, text: 'Rome' }),
    ]);
  });

  test('an article whose text was changed is as it was given', () => {
    const given = datasetOf({ text: 'Another text.', spans: [] });
    expect(restoreRest(given, whole, holds).articles).toEqual(given.articles);
  });
});
