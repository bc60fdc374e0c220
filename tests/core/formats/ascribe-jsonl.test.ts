import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { format } from '../../../src/core/formats/ascribe-jsonl.format.ts';
import { faultLine } from '../../../src/core/formats/dataset-reading.ts';
import { datasetBytes } from '../../../src/core/formats/dataset-writer.ts';
import { datasetLinesBytes } from '../../../src/core/formats/lines/dataset-lines-writer.ts';
import { readDatasetLines, streamDatasetLines } from '../../../src/core/formats/lines/read-dataset-lines.ts';
import { readDataset } from '../../../src/core/formats/read-dataset.ts';
import { bestFormat } from '../../../src/core/formats/registry.ts';
import { exportDataset } from '../../../src/core/formats/to-dataset.ts';
import { anyProject, gather, stateOf } from './random-project.ts';
import { mutant } from './real-files.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const head = '{"format": "ascribe-dataset-lines", "version": 1, "offsetUnit": "codePoint"}';
const file = (...lines: readonly (string | object)[]) => ({
  name: 'd.jsonl',
  bytes: encode(lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('')),
});

async function read(...lines: readonly (string | object)[]) {
  const reading = await readDatasetLines(file(head, ...lines));
  if (!reading.ok) throw new Error(reading.reason.message);
  return reading.value;
}

async function failureOf(...lines: readonly string[]) {
  const reading = await readDatasetLines(file(...lines));
  if (reading.ok) throw new Error('a failure was expected');
  return reading.reason;
}

const ana = { id: 's', tag: 'speaker', start: 2, end: 5, text: 'Ana' };
const article = (id: string) => ({ id, text: '😀 Ana said: “No.”', spans: [{ ...ana, id: `s-${id}` }] });

describe('recognising', () => {
  const recognise = (text: string, name = 'd.jsonl') => format.recognise({ name, bytes: encode(text) });

  test('goes by the first line, whatever the name', () => {
    expect(recognise(head)).toBe('content');
    expect(recognise(`\ufeff\n ${head}\n`, 'd.json')).toBe('content');
    expect(recognise(`{"note": "\\"format\\": \\"ascribe-dataset-lines\\""}`)).toBe('no');
    expect(recognise(`{"text": "Ana"}\n${head}`)).toBe('no');
    expect(recognise('Ana said.')).toBe('no');
    expect(recognise('')).toBe('no');
  });

  test('leaves the native dataset alone, and is left alone by all others', () => {
    expect(recognise('{"format": "ascribe-dataset", "version": 1}')).toBe('no');
    const bytes = encode(`${head}\n${JSON.stringify(article('a'))}\n`);
    expect(bestFormat({ name: 'd.json', bytes }, () => true)?.id).toBe('ascribe-jsonl');
  });
});

describe('reading', () => {
  test('gives what the native dataset of the same gives', async () => {
    for (const state of fc.sample(anyProject, { numRuns: 20, seed: 5 })) {
      const { articles, ...rest } = exportDataset(state, { kind: 'snapshot' });
      const native = readDataset({ name: 'd.json', bytes: await gather(datasetBytes(rest, articles)) });
      const bytes = await gather(datasetLinesBytes(rest, articles));
      expect(await readDatasetLines({ name: 'd.jsonl', bytes })).toEqual(native);
    }
  });

  test('leaves out a line that is broken and reads on', async () => {
    const { dataset, faults } = await read(
      article('a'),
      '{"id": "b", "text": "x"',
      '[1]',
      `{"id": "c", "text": ${'['.repeat(200)}`,
      '',
      '  \r',
      article('d'),
      'null',
      { ...article('e'), spans: [{ ...ana, text: 'Eve' }] },
      article('a'),
    );
    expect(dataset.articles.map(({ id }) => id)).toEqual(['a', 'd', 'e']);
    expect(faults.map((fault) => [fault.line, faultLine(fault)])).toEqual([
      [3, 'article "#2": the file ends where a comma or } was expected (left out)'],
      [4, 'article "#3": it is not an object (left out)'],
      [5, 'article "#4": brackets nest deeper than 100 levels (left out)'],
      [9, 'article "#6": it is not an object (left out)'],
      [10, expect.stringContaining('span "s": its text "Eve"')],
      [11, 'article "a": another article has this id (left out)'],
    ]);
  });

  test('says which line is not UTF-8', async () => {
    const { name, bytes } = file(head, article('a'), article('b'));
    bytes[bytes.lastIndexOf(0x41)] = 0xff;
    const reading = await readDatasetLines({ name, bytes });
    expect(reading).toMatchObject({ ok: true, value: { faults: [{ line: 3, reason: 'it is not UTF-8' }] } });
  });

  test('counts what it does not know, and hears how far it is', async () => {
    const said: [number, number][] = [];
    const lines = Array.from({ length: 30 }, (_, i) => ({ ...article(`a${i}`), mood: 1 }));
    const progress = (done: number, total: number) => said.push([done, total]);
    const reading = await readDatasetLines(file(head.replace('{', '{"licence": 1, '), ...lines), {
      progress,
    });
    expect(reading.ok && reading.value.unknownKeys).toEqual([
      { path: 'dataset.licence', count: 1 },
      { path: 'articles.mood', count: 30 },
    ]);
    expect(said).toEqual([
      [0, 30],
      [20, 30],
    ]);
  });

  test('of a file that is none says why', async () => {
    expect(await failureOf()).toMatchObject({ code: 'empty' });
    expect(await failureOf('', ' ')).toMatchObject({ code: 'empty' });
    expect(await failureOf('', '{"format"')).toMatchObject({ code: 'damaged', line: 2 });
    expect(await failureOf('[]')).toMatchObject({ code: 'not-a-dataset' });
    expect(await failureOf(head.replace('1,', '2,'))).toMatchObject({ code: 'newer-version' });
    expect(await failureOf(head.replace('codePoint', 'byte'))).toMatchObject({ code: 'not-a-dataset' });
  });
});

describe('streaming', () => {
  test('takes no more of the file than the articles that were asked for', async () => {
    let taken = 0;
    let ended = false;
    const chunks = async function* () {
      try {
        yield encode(`${head}\n`);
        for (; ; taken++) yield encode(`${JSON.stringify(article(`a${taken}`))}\n`);
      } finally {
        ended = true;
      }
    };
    const opened = await streamDatasetLines('d.jsonl', chunks());
    if (!opened.ok) throw new Error(opened.reason.message);
    expect(taken).toBe(0);
    const ids: (string | undefined)[] = [];
    for await (const { article: read } of opened.value.articles) {
      ids.push(read?.id);
      if (ids.length === 3) break;
    }
    expect(ids).toEqual(['a0', 'a1', 'a2']);
    expect([taken, ended]).toEqual([2, true]);
  });

  test('ends the source of what is no dataset', async () => {
    let ended = false;
    const chunks = async function* () {
      try {
        for (;;) yield encode('{}\n');
      } finally {
        ended = true;
      }
    };
    expect((await streamDatasetLines('d.jsonl', chunks())).ok).toBe(false);
    expect(ended).toBe(true);
  });

  test('changes a span’s id that another article has', async () => {
    const same = { text: '😀 Ana said: “No.”', spans: [ana] };
    const { bytes } = file(head, { id: 'a', ...same }, { id: 'b', ...same });
    const opened = await streamDatasetLines('d.jsonl', pieces(bytes));
    if (!opened.ok) throw new Error(opened.reason.message);
    const ids: (string | undefined)[] = [];
    for await (const { article: read } of opened.value.articles) ids.push(read?.spans?.[0]?.id);
    expect(ids).toEqual(['s', 'b/s']);
  });
});

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 10) yield bytes.subarray(at, at + 10);
}

test('no mutated file makes the reader throw, or come in with less than it says', async () => {
  const [state] = fc.sample(anyProject, { numRuns: 1, seed: 1 });
  const { articles, ...rest } = exportDataset(state ?? stateOf([]), { kind: 'handOver' });
  const whole = { name: 'd.jsonl', bytes: await gather(datasetLinesBytes(rest, articles)) };
  for (let seed = 0; seed < 400; seed++) {
    const mutated = mutant(whole, seed);
    const reading = await readDatasetLines(mutated);
    if (!reading.ok) continue;
    const { dataset, faults } = reading.value;
    const refused = faults.filter(({ effect, item }) => effect === 'refused' && item === 'article');
    const lines = new TextDecoder()
      .decode(mutated.bytes)
      .split('\n')
      .filter((line) => line.trim() !== '');
    expect(dataset.articles.length + refused.length).toBe(lines.length - 1);
  }
});

test('writes an article a line, in lines that no program breaks', async () => {
  const { articles, ...rest } = exportDataset(stateOf([]), { kind: 'handOver' });
  const odd = { id: 'odd', text: 'a\u2028b\u0085c\ud800', spans: [] };
  const written = new TextDecoder().decode(await gather(datasetLinesBytes(rest, [...articles, odd])));
  const lines = written.split(/[\n\r\u0085\u2028\u2029]/u);
  expect(lines).toHaveLength(articles.length + 3);
  expect(lines[0]).toMatch(
    /^\{"format":"ascribe-dataset-lines","version":1,"offsetUnit":"codePoint","project"/,
  );
  expect(JSON.parse(lines.at(-2) ?? '')).toMatchObject({ id: 'odd', text: 'a\u2028b\u0085c\ufffd' });
});
