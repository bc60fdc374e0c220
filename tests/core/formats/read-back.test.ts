import { describe, expect, test } from 'vitest';
import type { DatasetArticle, DatasetHead } from '../../../src/core/formats/dataset-schema.ts';
import { checkedDatasetFile, datasetFiles, type WritingFormat } from '../../../src/core/formats/packing.ts';
import { ReadBackError } from '../../../src/core/formats/read-back.ts';
import { formatById } from '../../../src/core/formats/registry.ts';
import { gather } from './random-project.ts';

const head: DatasetHead = { format: 'ascribe-dataset', version: 1, offsetUnit: 'codePoint' };
const articles: DatasetArticle[] = [
  {
    id: 'a',
    text: 'One two.',
    blocks: [],
    spans: [{ id: 's', tag: 'claim', start: 0, end: 3, text: 'One' }],
    relations: [],
  },
];

/** A format, the native one if no other is said, with a writer that changes the text of its file. */
function careless(change: (written: string) => string, id = 'ascribe'): WritingFormat {
  const native = formatById(id);
  const writer = native?.writer;
  if (native === undefined || writer === undefined || !('write' in writer))
    throw new Error('it writes one file');
  return {
    ...native,
    writer: {
      ...writer,
      async *write(...project) {
        const written = new TextDecoder().decode(await gather(writer.write(...project)));
        yield new TextEncoder().encode(change(written));
      },
    },
  };
}

const write = (format: WritingFormat) => gather(checkedDatasetFile(format, head, articles, 1));

test('what reads back as it should is written', async () => {
  expect((await write(careless((written) => written))).length).toBeGreaterThan(100);
});

test.each([
  ['a tag that changed', (written: string) => written.replace('"tag":"claim"', '"tag":"date"')],
  [
    'an offset that moved',
    (written: string) => written.replace('"end":3,"text":"One"', '"end":4,"text":"One "'),
  ],
  ['a span that went missing', (written: string) => written.replace(/"spans": \[[^\]]*\]/, '"spans": []')],
  [
    'an article that went missing',
    (written: string) => written.replace(/"articles": \[.*\n {2}\]/s, '"articles": []'),
  ],
  ['a span that its reader refuses', (written: string) => written.replace('"end":3', '"end":99')],
  ['a file that cannot be read', (written: string) => written.slice(0, -5)],
])('%s is found out', async (_, change) => {
  await expect(write(careless(change))).rejects.toThrow(ReadBackError);
});

describe('in lines, which are read while they are written', () => {
  const writeLines = (change: (written: string) => string) => write(careless(change, 'ascribe-jsonl'));

  test('what reads back as it should is written', async () => {
    expect((await writeLines((written) => written)).length).toBeGreaterThan(100);
  });

  test.each([
    ['a tag that changed', (written: string) => written.replace('"tag":"claim"', '"tag":"date"')],
    [
      'a head that changed',
      (written: string) => written.replace('"annotators":[]', '"annotators":[{"id":"x","name":"X"}]'),
    ],
    ['a span that its reader refuses', (written: string) => written.replace('"end":3', '"end":99')],
    ['an article that went missing', (written: string) => `${written.split('\n')[0]}\n`],
    ['an article twice', (written: string) => `${written}${written.split('\n')[1]?.replace('"a"', '"b"')}\n`],
    ['a file that cannot be read', (written: string) => written.slice(5)],
    ['a file that ends too early', (written: string) => written.slice(0, -5)],
    ['an empty file', () => ''],
  ])('%s is found out', async (_, change) => {
    await expect(writeLines(change)).rejects.toThrow(ReadBackError);
  });

  test('what is written waits for what is read', async () => {
    const { writer } = careless((written) => written, 'ascribe-jsonl');
    let [written, read] = [0, 0];
    async function* many() {
      for (let i = 0; i < 50; i++) {
        written += 1;
        yield { ...articles[0], id: `a${i}`, text: 'x'.repeat(300_000), spans: [], relations: [] };
      }
    }
    const format = formatById('ascribe-jsonl');
    if (format?.datasets?.stream === undefined) throw new Error('lines are read piece by piece');
    const { stream } = format.datasets;
    const slow: WritingFormat = {
      ...format,
      writer,
      datasets: {
        ...format.datasets,
        async stream(name, chunks) {
          async function* counted() {
            for await (const chunk of chunks) {
              read += chunk.length;
              yield chunk;
            }
          }
          return stream(name, counted());
        },
      },
    };
    for await (const _ of checkedDatasetFile(slow, head, many(), 50)) {
      const ahead = written - read / 300_000;
      expect(ahead).toBeLessThan(4);
    }
    expect(written).toBe(50);
  });
});

test('the files of a folder are read back too', async () => {
  const format = careless((written) => written.replace('"tag":"claim"', '"tag":"date"'));
  const all = async () => {
    for await (const { pieces } of datasetFiles(format, 'd', head, articles)) await gather(pieces);
  };
  await expect(all()).rejects.toThrow(ReadBackError);
});

test('what is too large to be read back says so, and is written', async () => {
  const large = new Uint8Array(64 * 1024 * 1024);
  const format = careless((written) => written);
  let said = 0;
  const { writer } = format;
  if (!('write' in writer)) throw new Error('it writes one file');
  const endless: WritingFormat = {
    ...format,
    writer: {
      ...writer,
      async *write() {
        for (let i = 0; i < 5; i++) yield large;
      },
    },
  };
  let length = 0;
  const tooLarge = () => {
    said += 1;
  };
  for await (const piece of checkedDatasetFile(endless, head, articles, 1, undefined, tooLarge))
    length += piece.length;
  expect({ said, length }).toEqual({ said: 1, length: 5 * large.length });
});
