import { describe, expect, test } from 'vitest';
import { format } from '../../../src/core/formats/doccano.format.ts';
import type { SourceFile } from '../../../src/core/formats/format.ts';
import { readDatasetFile } from '../../../src/core/formats/open-file.ts';
import { bestFormat } from '../../../src/core/formats/registry.ts';
import { hasSharedData, sharedDataNote } from '../arbitraries/shared-data.ts';
import { differenceOfRoundTrip, fileOf, mutant, readAsDataset, realFile, written } from './real-files.ts';

const folder = 'doccano/data_import/tests/data/';

function lines(...records: readonly unknown[]) {
  return fileOf('data.jsonl', records.map((record) => `${JSON.stringify(record)}\n`).join(''));
}

async function spansOf(record: unknown) {
  const { dataset } = await readAsDataset(lines(record));
  return (dataset.articles[0]?.spans ?? []).map(({ tag, start, end, text }) => [tag, start, end, text]);
}

describe('reading', () => {
  test.each(['label', 'labels', 'entities'])('takes triples under %s', async (key) => {
    expect(await spansOf({ text: '😀 Ana spoke', [key]: [[2, 5, 'PER']] })).toEqual([['PER', 2, 5, 'Ana']]);
  });

  test('takes the text from the column that older versions call data', async () => {
    expect(await spansOf({ id: 1, data: 'Ana', label: [[0, 3, 'PER']] })).toEqual([['PER', 0, 3, 'Ana']]);
  });

  test('takes objects, and relations between those with ids', async () => {
    const { dataset, faults } = await readAsDataset(
      lines({
        id: 7,
        text: 'Ana spoke',
        entities: [
          { id: 20, label: 'PER', start_offset: 0, end_offset: 3 },
          { id: 21, label: 'ACT', start_offset: 4, end_offset: 9 },
        ],
        relations: [
          { id: 5, from_id: 20, to_id: 21, type: 'does' },
          { id: 6, from_id: 20, to_id: 99, type: 'does' },
        ],
      }),
    );
    const [article] = dataset.articles;
    expect(article?.id).toBe('7');
    expect(article?.relations).toEqual([{ id: '7/5', type: 'does', from: '7/20', to: '7/21' }]);
    expect(faults).toMatchObject([{ item: 'relation', effect: 'refused', line: 1 }]);
    expect(faults[0]?.reason).toContain('7/99');
  });

  test('keeps further columns and the members of meta as metadata, categories as labels, comments as the note', async () => {
    const { dataset } = await readAsDataset(
      lines({
        text: 'x',
        label: ['politics'],
        cats: ['news', 'politics'],
        outlet: 'Post',
        meta: { page: 3, tags: ['a'] },
        Comments: ['first', { comment: 'second' }],
        title: 'T',
      }),
    );
    expect(dataset.articles[0]).toMatchObject({
      title: 'T',
      labels: ['politics', 'news'],
      note: 'first\nsecond',
      metadata: { outlet: 'Post', page: '3', tags: '["a"]' },
    });
  });

  test('reports what is wrong with a record or span with its line, and takes the rest', async () => {
    const { dataset, faults } = await readAsDataset(
      lines(
        {
          text: 'abc',
          label: [
            [0, 9, 'X'],
            [1, 1, 'X'],
            [0, 1, ''],
            [0, 'b', 'X'],
            [0, 1, 'Y'],
          ],
        },
        { label: [] },
        [1],
        { text: 'ok', label: [] },
      ),
    );
    expect(dataset.articles.map(({ text }) => text)).toEqual(['abc', 'ok']);
    expect(dataset.articles[0]?.spans?.map(({ tag }) => tag)).toEqual(['Y']);
    expect(faults.map(({ item, line }) => [item, line])).toEqual([
      ['span', 1],
      ['span', 1],
      ['span', 1],
      ['span', 1],
      ['article', 2],
      ['article', 3],
    ]);
    expect(faults.find(({ line }) => line === 2)?.reason).toBe('it has no text');
  });

  test('reports lines that are not JSON', async () => {
    const { dataset, faults } = await readAsDataset(
      fileOf('a.jsonl', '{"text":"a","label":[]}\n\n{"text":"b","label":[}\n{"text":"c","label":[]}\r\n'),
    );
    expect(dataset.articles.map(({ text }) => text)).toEqual(['a', 'c']);
    expect(faults).toMatchObject([{ item: 'article', id: '#2', line: 3, reason: 'a value was expected' }]);
  });
});

describe('writing', () => {
  const plain = lines({ text: 'Ana spoke', label: [[0, 3, 'PER']], title: 'T', meta: { outlet: 'Post' } });
  const linked = lines({
    text: 'Ana spoke',
    entities: [{ id: 1, label: 'PER', start_offset: 0, end_offset: 3 }],
    relations: [{ from_id: 1, to_id: 1, type: 'same' }],
  });
  const records = async (...files: SourceFile[]) => {
    const { bytes } = await written(format, await readAsDataset(...files));
    return new TextDecoder()
      .decode(bytes)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  };

  test('gives triples where nothing is linked', async () => {
    expect(await records(plain)).toEqual([
      { id: 1, label: [[0, 3, 'PER']], text: 'Ana spoke', title: 'T', meta: { outlet: 'Post' } },
    ]);
  });

  test('gives all articles the columns of relations where one has some', async () => {
    const [first, second] = await records({ ...plain, name: 'a.jsonl' }, { ...linked, name: 'b.jsonl' });
    expect(first).toMatchObject({
      entities: [{ id: 0, label: 'PER', start_offset: 0, end_offset: 3 }],
      relations: [],
    });
    expect(second).toMatchObject({ relations: [{ id: 0, from_id: 0, to_id: 0, type: 'same' }] });
    expect(first).not.toHaveProperty('label');
  });
});

describe.skipIf(!hasSharedData)(`real files${sharedDataNote}`, () => {
  const whole = ['sequence_labeling/example_overlapping.jsonl', 'relation_extraction/example.jsonl'];
  const withFaults = ['sequence_labeling/example.jsonl', 'intent/example.jsonl'];

  test.each([...whole, ...withFaults])('%s comes back as it was', async (path) => {
    const file = realFile(folder + path);
    expect(bestFormat(file, () => true)?.id).toBe('doccano');
    const reading = await readAsDataset(file);
    expect(reading.faults.length).toBe(whole.includes(path) ? 0 : 1);
    expect(reading.unknownKeys).toEqual([]);
    expect(await differenceOfRoundTrip(format, reading)).toBeUndefined();
  });

  test('the record without a text is named by its line', async () => {
    const { faults } = await readAsDataset(realFile(`${folder}sequence_labeling/example.jsonl`));
    expect(faults).toMatchObject([{ effect: 'refused', item: 'article', line: 3, reason: 'it has no text' }]);
  });

  test('lists of label types are no datasets', async () => {
    for (const name of ['valid', 'invalid']) {
      const file = realFile(`doccano/label_types/tests/data/${name}_labels.json`);
      expect(format.recognise(file)).toBe('no');
      expect(await readDatasetFile(file)).toMatchObject({ ok: false, reason: { code: 'not-a-dataset' } });
    }
  });

  test('no mutated file makes the reader throw', async () => {
    const files = [...whole, ...withFaults].map((path) => realFile(folder + path));
    for (let seed = 0; seed < 400; seed++) {
      const file = files[seed % files.length];
      if (file === undefined) throw new Error('there are files');
      const reading = await format.datasets?.read(mutant(file, seed));
      expect(typeof reading?.ok).toBe('boolean');
    }
  });
});
