import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { datasetBytes } from '../../src/core/formats/dataset-writer.ts';
import { datasetLinesBytes } from '../../src/core/formats/lines/dataset-lines-writer.ts';
import { exportDataset } from '../../src/core/formats/to-dataset.ts';
import { anyProject, gather } from '../core/formats/random-project.ts';
import { runIn } from './run-in.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ascribe-streams-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const ascribe = async (...args: string[]) => {
  const { code, out, err } = await runIn(folder, args);
  return { code, out, err };
};
const put = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);
const content = (name: string) => readFileSync(join(folder, name), 'utf8');

const head = { format: 'ascribe-dataset-lines', version: 1, offsetUnit: 'codePoint' };
const lines = (...values: readonly unknown[]) =>
  [head, ...values].map((value) => `${typeof value === 'string' ? value : JSON.stringify(value)}\n`).join('');
const ana = { id: 's', tag: 'speaker', start: 0, end: 3, text: 'Ana' };

describe('a dataset in lines', () => {
  test('becomes a native one and a native one lines, byte for byte', async () => {
    for (const state of fc.sample(anyProject, { numRuns: 10, seed: 11 })) {
      const { articles, ...rest } = exportDataset(state, { kind: 'handOver' });
      put('d.jsonl', await gather(datasetLinesBytes(rest, articles)));
      expect(await ascribe('convert', 'd.jsonl', '--out', 'o.json')).toEqual({ code: 0, out: [], err: [] });
      expect(readFileSync(join(folder, 'o.json'))).toEqual(
        Buffer.from(await gather(datasetBytes(rest, articles))),
      );
      expect((await ascribe('convert', 'd.jsonl', '--out', 'o.jsonl')).code).toBe(0);
      expect(content('o.jsonl')).toBe(content('d.jsonl'));
    }
  });

  test('is completed, named and freed of its trash', async () => {
    const trashed = { id: 'b', text: 'Gone.', trashedAt: '2024-01-01T00:00:00Z' };
    put('d.jsonl', lines({ id: 'a', text: 'Ana spoke.', spans: [{ ...ana, mood: 1 }] }, trashed));
    expect(await ascribe('convert', 'd.jsonl', '--out', 'news.json')).toEqual({
      code: 0,
      out: [],
      err: ['lost: 1 unknown keys articles.spans.mood', 'lost: 1 articles in the trash'],
    });
    expect(JSON.parse(content('news.json'))).toMatchObject({
      project: { name: 'news' },
      annotators: [],
      articles: [
        {
          id: 'a',
          title: 'Ana spoke.',
          blocks: [{ kind: 'title' }],
          spans: [{ note: '', annotator: 'unknown', origin: 'import:ascribe-dataset' }],
        },
      ],
    });
  });

  test('with faults is not converted, and all of them are said with their lines', async () => {
    put('o.json', 'old');
    put(
      'd.jsonl',
      lines('{"id": "a"', { id: 'b', text: 'Ana', spans: [{ ...ana, text: 'Eve' }] }, { id: 'b', text: '' }),
    );
    const { code, err } = await ascribe('convert', 'd.jsonl', '--out', 'o.json');
    expect(code).toBe(1);
    expect(err).toEqual([
      expect.stringMatching(/^d\.jsonl:2: article "#1": .*a comma or }/),
      expect.stringMatching(/^d\.jsonl:3: article "b", span "s": its text "Eve"/),
      expect.stringMatching(/^d\.jsonl:4: article "b": another article has this id/),
    ]);
    expect(content('o.json')).toBe('old');
    expect(readdirSync(folder)).toHaveLength(2);
  });

  test('that is none says so', async () => {
    put('d.jsonl', '{"format": "ascribe-dataset-lines", "version": 7}\n');
    const { code, err } = await ascribe('convert', 'd.jsonl', '--out', 'o.json');
    expect({ code, err }).toEqual({ code: 1, err: [expect.stringContaining('newer Ascribe')] });
  });

  test('is validated', async () => {
    put('d.jsonl', lines({ id: 'a', text: 'Ana', spans: [ana] }, { id: 'b', text: 'Bob', mood: 1 }));
    expect(await ascribe('validate', 'd.jsonl')).toEqual({
      code: 0,
      err: [],
      out: [
        'd.jsonl: dataset, 2 articles, 1 spans, 0 relations',
        'd.jsonl: the key articles.mood is not known and is left out on import (1 times)',
      ],
    });
    put('e.jsonl', lines('[]'));
    expect(await ascribe('validate', 'e.jsonl')).toMatchObject({ code: 1, out: [] });
  });

  test('together with another input is merged', async () => {
    put('d.jsonl', lines({ id: 'a', text: 'Ana' }));
    put('e.txt', 'Ana');
    expect((await ascribe('convert', 'd.jsonl', 'e.txt', '--out', 'o.json')).code).toBe(0);
    expect(JSON.parse(content('o.json')).articles).toHaveLength(1);
  });
});

describe('standard input and output', () => {
  const given = lines({ id: 'a', text: 'Ana spoke.', spans: [ana] });

  test('stand for files', async () => {
    const args = ['convert', '-', '--from', 'ascribe-jsonl', '--to', 'ascribe', '--out', '-'];
    const { code, out, err, bytes } = await runIn(folder, args, given);
    expect({ code, out, err }).toEqual({ code: 0, out: [], err: [] });
    expect(JSON.parse(bytes.toString())).toMatchObject({
      format: 'ascribe-dataset',
      articles: [{ id: 'a' }],
    });
    const back = ['convert', '-', '--from', 'ascribe', '--to', 'ascribe-jsonl', '--out', '-'];
    const again = await runIn(folder, back, bytes);
    expect(again.code).toBe(0);
    expect(again.bytes.toString().split('\n')).toHaveLength(3);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('give an article of text', async () => {
    const args = ['convert', '-', '--from', 'plain-text', '--out', 'o.json'];
    expect((await runIn(folder, args, 'Ana spoke.')).code).toBe(0);
    expect(JSON.parse(content('o.json')).articles).toMatchObject([{ text: 'Ana spoke.' }]);
  });

  test('can be validated', async () => {
    const { code, out } = await runIn(folder, ['validate', '-', '--from', 'ascribe-jsonl'], given);
    expect({ code, out }).toEqual({ code: 0, out: ['-: dataset, 1 articles, 1 spans, 0 relations'] });
  });

  test('nothing comes out after a fault', async () => {
    const faulty = lines({ id: 'a', text: 'Ana' }, { id: 'a', text: 'Ana' });
    const args = ['convert', '-', '--from', 'ascribe-jsonl', '--to', 'ascribe', '--out', '-'];
    const { code, err, bytes } = await runIn(folder, args, faulty);
    expect({ code, bytes: bytes.length }).toEqual({ code: 1, bytes: 0 });
    expect(err).toEqual([expect.stringMatching(/^-:3: /)]);
  });

  test.each([
    [['convert', '-', '--out', 'o.json'], 'say --from'],
    [['convert', '-', '--from', 'ascribe', '--out', '-'], 'say --to'],
    [['validate', '-'], 'say --from'],
  ])('%j is wrong usage', async (args, reason) => {
    const { code, err } = await runIn(folder, args, given);
    expect(code).toBe(2);
    expect(err[0]).toContain(reason);
  });
});
