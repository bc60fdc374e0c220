import { describe, expect, test } from 'vitest';
import { completeArticle } from '../../../src/core/formats/complete-article.ts';
import type { DatasetSpan } from '../../../src/core/formats/dataset-schema.ts';
import type { OutgoingArticle, Prediction } from '../../../src/core/formats/format.ts';
import { readDatasetFile } from '../../../src/core/formats/open-file.ts';
import { checkedDatasetFile, type WritingFormat } from '../../../src/core/formats/packing.ts';
import { formats } from '../../../src/core/formats/registry.ts';

const text = '😀 “Rain,” said Ann. Bob left.';
const tagged: DatasetSpan = { id: 's1', tag: 'speaker', start: 20, end: 23, text: 'Bob' };
const prediction: Prediction = {
  spans: [
    { id: 'p1', tag: 'claim', start: 2, end: 9, text: '“Rain,”' },
    { id: 'p2', tag: 'speaker', start: 15, end: 18, text: 'Ann' },
  ],
  relations: [{ id: 'p3', type: 'says', from: 'p2', to: 'p1' }],
  rule: 'quotation',
  confidence: 0.9,
  reason: 'quotation marks; “said” beside it',
};
const article: OutgoingArticle = {
  ...completeArticle({ id: 'a', title: 'A', text, spans: [tagged] }, '2026-11-24T10:00:00.000Z'),
  predictions: [prediction],
};

function isWriting(format: (typeof formats)[number]): format is WritingFormat {
  return format.writer !== undefined;
}
const writing = formats.filter(isWriting);
const taking = writing.filter(({ writer }) => writer.predictions === true);

async function written(format: WritingFormat): Promise<string> {
  const head = { format: 'ascribe-dataset', version: 1, offsetUnit: 'codePoint' } as const;
  const pieces: Uint8Array[] = [];
  for await (const piece of checkedDatasetFile(format, head, [article], 1)) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

test('Label Studio and doccano have a place for predictions', () => {
  expect(taking.map(({ id }) => id)).toEqual(['label-studio', 'doccano']);
});

test.each(taking)('$id: predictions that come back are no annotations, and counted', async (format) => {
  const out = await written(format);
  expect(out).toContain('Ann');
  const bytes = new TextEncoder().encode(out);
  const read = await readDatasetFile({ name: `x${format.endings[0]}`, bytes });
  if (!read.ok) throw new Error(read.reason.message);
  expect(read.value).toMatchObject({ format: format.id, predictions: 2, faults: [], unknownKeys: [] });
  const [back] = read.value.dataset.articles;
  expect(back?.spans?.map(({ tag, text: words }) => [tag, words])).toEqual([['speaker', 'Bob']]);
  expect(back?.relations).toEqual([]);
  expect(JSON.stringify(back?.metadata)).not.toContain('Rain');
});

describe('predictions say their rule, how sure it is, and why', () => {
  test('in Label Studio as what one model says', async () => {
    const [format] = taking;
    if (format === undefined) throw new Error('Label Studio takes predictions');
    const [task] = JSON.parse(await written(format));
    expect(task.annotations[0].result).toHaveLength(1);
    const [{ result, score, model_version: model }] = task.predictions;
    expect([model, score]).toEqual(['ascribe-suggestions', 0.9]);
    expect(result).toMatchObject([
      {
        id: 'p1',
        score: 0.9,
        origin: 'prediction',
        value: { start: 2, end: 9, labels: ['claim'] },
        meta: { rule: 'quotation', text: [prediction.reason] },
      },
      { id: 'p2', value: { labels: ['speaker'] } },
      { type: 'relation', from_id: 'p2', to_id: 'p1', labels: ['says'] },
    ]);
  });

  test('in doccano in a column of their own', async () => {
    const [, format] = taking;
    if (format === undefined) throw new Error('doccano takes predictions');
    const line = JSON.parse(await written(format));
    expect(line.label).toEqual([[20, 23, 'speaker']]);
    expect(line.predictions).toMatchObject({
      entities: [
        {
          id: 0,
          label: 'claim',
          start_offset: 2,
          end_offset: 9,
          score: 0.9,
          rule: 'quotation',
          reason: prediction.reason,
        },
        { id: 1, label: 'speaker' },
      ],
      relations: [{ from_id: 1, to_id: 0, type: 'says' }],
    });
  });
});

const plain = writing.filter(
  ({ writer }) => 'write' in writer && !writer.holds.history && writer.predictions !== true,
);

test.each(plain)('$id has no place for them, and they stay out', async (format) => {
  expect(await written(format)).not.toContain('quotation marks');
});
