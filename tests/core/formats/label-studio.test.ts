import { describe, expect, test } from 'vitest';
import { format } from '../../../src/core/formats/label-studio.format.ts';
import { readDatasetFile } from '../../../src/core/formats/open-file.ts';
import { bestFormat } from '../../../src/core/formats/registry.ts';
import { hasSharedData, sharedDataNote } from '../arbitraries/shared-data.ts';
import { differenceOfRoundTrip, fileOf, mutant, readAsDataset, realFile, written } from './real-files.ts';

const text = '😀 Ana spoke\nto Bob';

function region(
  id: string,
  start: number,
  end: number,
  label: string,
  more: object = {},
  value: object = {},
) {
  return {
    id,
    from_name: 'label',
    to_name: 'text',
    type: 'labels',
    value: { start, end, labels: [label], ...value },
    ...more,
  };
}

function file(...tasks: readonly object[]) {
  return fileOf('tasks.json', JSON.stringify(tasks, null, 2));
}

function task(result: readonly object[], more: object = {}) {
  return { data: { text }, annotations: [{ result, ...more }] };
}

async function read(...tasks: readonly object[]) {
  const { dataset, faults, unknownKeys } = await readAsDataset(file(...tasks));
  const [article] = dataset.articles;
  const spans = (article?.spans ?? []).map((span) => [span.tag, span.start, span.end, span.text]);
  return { dataset, article, spans, faults, unknownKeys };
}

describe('offsets', () => {
  test('are code points', async () => {
    const { spans } = await read(task([region('a', 2, 5, 'PER', {}, { text: 'Ana' })]));
    expect(spans).toEqual([['PER', 2, 5, 'Ana']]);
    expect((await read(task([region('a', 2, 5, 'PER')]))).spans).toEqual([['PER', 2, 5, 'Ana']]);
  });

  test('are UTF-16 units where what the spans read says so', async () => {
    const { spans, faults } = await read(
      task([region('a', 3, 6, 'PER', {}, { text: 'Ana' }), region('b', 16, 19, 'PER')]),
    );
    expect(spans).toEqual([
      ['PER', 2, 5, 'Ana'],
      ['PER', 15, 18, 'Bob'],
    ]);
    expect(faults).toEqual([]);
  });

  test('of spans across line ends are checked in spite of how these are written', async () => {
    const { spans } = await read(task([region('a', 6, 14, 'X', {}, { text: 'spoke\\nto' })]));
    expect(spans).toEqual([['X', 6, 14, 'spoke\nto']]);
  });

  test('that read something else are refused, with the line of the result', async () => {
    const { spans, faults } = await read(
      task([
        region('a', 2, 5, 'PER'),
        region('b', 6, 11, 'PER', {}, { text: 'Carol' }),
        region('c', 2, 99, 'PER'),
      ]),
    );
    expect(spans).toEqual([['PER', 2, 5, 'Ana']]);
    const lines = JSON.stringify(
      [task([region('a', 2, 5, 'PER'), region('b', 6, 11, 'PER', {}, { text: 'Carol' })])],
      null,
      2,
    ).split('\n');
    const line = lines.findIndex((part) => part.includes('"b"'));
    // The result begins on the line before its id.
    expect(faults).toMatchObject([
      { item: 'span', id: 'tasks-1/b', line, reason: expect.stringContaining('"Carol" is not what') },
      { item: 'span', id: 'tasks-1/c', reason: expect.stringContaining('beyond the text') },
    ]);
  });
});

describe('results', () => {
  test('bring notes, flags and attributes; what other controls say of a region are attributes under their names', async () => {
    const per = (type: string, from_name: string, value: object) => ({
      id: 'a',
      type,
      from_name,
      to_name: 'text',
      value: { start: 2, end: 5, ...value },
    });
    const { article, unknownKeys } = await read(
      task([
        region('a', 2, 5, 'PER', {
          meta: { text: ['one', 'two'], flagged: true, attributes: { form: { deep: [1] } }, colour: 1 },
        }),
        per('choices', 'stance', { choices: ['supports'] }),
        per('choices', 'topics', { choices: ['x', 'y'] }),
        per('textarea', 'cue', { text: ['said'] }),
        per('number', 'n', { number: 3 }),
        { id: 'z', type: 'choices', from_name: 'mood', to_name: 'text', value: { choices: ['good'] } },
        {
          id: 'y',
          type: 'rectanglelabels',
          from_name: 'r',
          to_name: 'image',
          value: { x: 1, rectanglelabels: ['X'] },
        },
      ]),
    );
    expect(article?.spans).toMatchObject([
      {
        note: 'one\ntwo',
        flagged: true,
        attributes: { stance: 'supports', topics: ['x', 'y'], cue: 'said', n: 3, form: { deep: [1] } },
      },
    ]);
    expect(unknownKeys).toEqual([
      { path: 'result.meta.colour', count: 1 },
      { path: 'result.choices', count: 1 },
      { path: 'result.rectanglelabels', count: 1 },
    ]);
  });

  test('with several labels are a span each, relations go to the first', async () => {
    const { article } = await read(
      task([
        { type: 'relation', from_id: 'a', to_id: 'b', direction: 'left', labels: ['says', 'knows'] },
        { type: 'relation', from_id: 'b', to_id: 'a', direction: 'bi' },
        { type: 'relation', from_id: 'b', to_id: 'gone', direction: 'right', labels: ['x'] },
        region('a', 2, 5, 'PER', {}, { labels: ['PER', 'SPEAKER'] }),
        region('b', 15, 18, 'PER'),
      ]),
    );
    expect(article?.spans?.map(({ id, tag }) => [id, tag])).toEqual([
      ['tasks-1/a', 'PER'],
      ['tasks-1/#2', 'SPEAKER'],
      ['tasks-1/b', 'PER'],
    ]);
    expect(article?.relations?.map(({ type, from, to, attributes }) => [type, from, to, attributes])).toEqual(
      [
        ['says', 'tasks-1/b', 'tasks-1/a', undefined],
        ['knows', 'tasks-1/b', 'tasks-1/a', undefined],
        ['relation', 'tasks-1/b', 'tasks-1/a', { direction: 'bi' }],
      ],
    );
  });

  test('of several annotators are told apart; cancelled ones are reported', async () => {
    const { dataset, article, faults } = await read({
      data: { text },
      annotations: [
        { completed_by: 7, created_at: '2024-01-30T02:40:43.893565Z', result: [region('a', 2, 5, 'PER')] },
        {
          completed_by: { id: 8, email: 'b@x.org', first_name: 'Bo', last_name: 'B' },
          result: [region('a', 2, 5, 'PER')],
        },
        { completed_by: 9, was_cancelled: true, result: [region('c', 2, 5, 'PER')] },
      ],
    });
    expect(article?.spans?.map(({ annotator, createdAt }) => [annotator, createdAt])).toEqual([
      ['user 7', '2024-01-30T02:40:43.893Z'],
      ['b@x.org', undefined],
    ]);
    expect(dataset.annotators).toContainEqual({ id: 'b@x.org', name: 'Bo B' });
    expect(faults).toMatchObject([{ item: 'span', id: 'c', reason: 'its annotation was cancelled' }]);
  });

  test('of old completions say when they were made in seconds', async () => {
    const completions = [{ created_at: 1_609_789_589, result: [region('a', 2, 5, 'PER')] }];
    const { article } = await read({ data: { text }, completions });
    expect(article?.spans?.[0]?.createdAt).toBe('2021-01-04T19:46:29.000Z');
  });

  test('of later annotations stand on lines of their own', async () => {
    const wrong = (id: string) => region(id, 2, 5, 'PER', {}, { text: 'Bob' });
    const value = {
      data: { text },
      annotations: [{ result: [wrong('first')] }, { result: [wrong('second')] }],
    };
    const { faults } = await read(value);
    const lines = JSON.stringify([value], null, 2).split('\n');
    expect(faults.map(({ id, line }) => [id, line])).toEqual(
      ['first', 'second'].map((id) => [`tasks-1/${id}`, lines.findIndex((line) => line.includes(`"${id}"`))]),
    );
  });

  test('of predictions are suggestions with their confidence, unless an annotation has taken them over', async () => {
    const { article } = await read({
      data: { text },
      annotations: [{ result: [region('a', 2, 5, 'PER', { score: 0.8 })] }],
      predictions: [
        {
          model_version: 'm1',
          score: 0.5,
          result: [
            region('a', 2, 5, 'PER'),
            region('b', 15, 18, 'PER'),
            region('c', 6, 11, 'ACT', { score: 0.25 }),
          ],
        },
      ],
    });
    expect(
      article?.spans?.map(({ tag, origin, attributes }) => [tag, origin, attributes?.confidence]),
    ).toEqual([
      ['PER', undefined, 0.8],
      ['PER', 'suggestion:label-studio:m1', 0.5],
      ['ACT', 'suggestion:label-studio:m1', 0.25],
    ]);
  });

  test('of the export JSON_MIN are read too', async () => {
    const { spans, article, dataset } = await read({
      id: 3,
      text,
      outlet: 'Post',
      label: [{ start: 2, end: 5, text: 'Ana', labels: ['PER'] }],
      annotator: 4,
      annotation_id: 1,
      lead_time: 2,
      created_at: '2024-01-30T02:40:43Z',
    });
    expect(spans).toEqual([['PER', 2, 5, 'Ana']]);
    expect(article?.metadata).toEqual({ outlet: 'Post' });
    expect(dataset.annotators).toEqual([{ id: 'user 4', name: 'user 4' }]);
  });
});

describe('the text', () => {
  test('stands where results say, else under text, else under what reads like one', async () => {
    const sourced = region('a', 0, 3, 'X', { source: '$body' });
    expect(
      (await read({ data: { text: 'no', body: 'yes' }, annotations: [{ result: [sourced] }] })).article?.text,
    ).toBe('yes');
    const { article } = await read({
      data: { id: 'a1', lead: 'a few words', body: 'many more words', n: 3 },
      meta: { m: 'x' },
      annotations: [],
    });
    expect(article).toMatchObject({
      text: 'many more words',
      metadata: { id: 'a1', lead: 'a few words', n: '3', m: 'x' },
    });
  });

  test.each([
    [{ image: '/data/upload/1.png' }, 'it is not about a text but about “image”'],
    [{ text: 'https://x.org/a.txt' }, 'its text is not in the file but at https://x.org/a.txt'],
    [{}, 'it holds no data'],
  ])('that is not there makes %j no article', async (data, reason) => {
    const reading = await readDatasetFile(file({ data, annotations: [] }));
    expect(reading).toMatchObject({ ok: false, reason: { code: 'not-a-dataset' } });
    expect(reading.ok ? '' : reading.reason.message).toContain(reason);
    const { dataset, faults } = await readAsDataset(file({ data, annotations: [] }, task([])));
    expect(dataset.articles).toHaveLength(1);
    expect(faults).toMatchObject([{ item: 'article', line: 2, reason }]);
  });
});

describe('HTML', () => {
  const html = '<h1>T&eacute;</h1>\n<p>😀 <b>Ana</b> spoke<br>to</p><style>p{}</style><p>Bob</p>';
  const hyper = (id: string, start: number, end: number, words: string) => ({
    ...region(id, 0, 0, 'X'),
    type: 'hypertextlabels',
    value: {
      start: '/p[1]',
      end: '/p[1]',
      globalOffsets: { start, end },
      text: words,
      hypertextlabels: ['X'],
    },
  });
  const path = (start: string, startOffset: number, end: string, endOffset: number, words: string) => ({
    ...region('p', 0, 0, 'X'),
    type: 'hypertextlabels',
    value: { start, startOffset, end, endOffset, text: words, hypertextlabels: ['X'] },
  });
  const of = (...result: object[]) => read({ data: { text: html }, annotations: [{ result }] });

  test('loses its tags; blocks stand on lines of their own', async () => {
    expect((await of(hyper('a', 0, 2, 'Té'))).article?.text).toBe('Té\n😀 Ana spoke\nto\nBob');
  });

  test('is marked by offsets in all of its text', async () => {
    const { spans, faults } = await of(
      hyper('a', 0, 2, 'Té'),
      hyper('b', 5, 8, 'Ana'),
      hyper('c', 9, 17, 'spoke\\nto'),
      hyper('d', 20, 23, 'Bob'),
      hyper('e', 15, 23, 'to\\n\\nBob'),
      hyper('f', 5, 8, 'Bob'),
    );
    expect(spans).toEqual([
      ['X', 0, 2, 'Té'],
      ['X', 5, 8, 'Ana'],
      ['X', 9, 17, 'spoke\nto'],
      ['X', 18, 21, 'Bob'],
      ['X', 15, 21, 'to\nBob'],
    ]);
    expect(faults).toMatchObject([{ id: 'tasks-1/f' }]);
  });

  test('is marked by paths where there are no such offsets', async () => {
    const { spans, faults } = await of(
      path('/p[1]/b[1]/text()[1]', 0, '/p[1]/b[1]/text()[1]', 3, 'Ana'),
      path('/p[1]', 1, '/p[1]/text()[2]', 6, 'Ana spoke'),
      path('/h1[1]/text()[1]', 1, '/h1[1]', 1, 'é'),
      path('/p[9]', 0, '/p[9]', 3, 'Ana'),
    );
    expect(spans).toEqual([
      ['X', 5, 8, 'Ana'],
      ['X', 5, 14, 'Ana spoke'],
      ['X', 1, 2, 'é'],
    ]);
    expect(faults).toMatchObject([
      { reason: 'neither its offsets nor its paths lead to a place in the HTML' },
    ]);
  });

  test('with more than can be taken apart is refused', async () => {
    const reading = await readDatasetFile(
      file({ data: { text: `<p>a b</p>${'<i>'.repeat(60_000)}</i>` }, annotations: [] }),
    );
    expect(reading).toMatchObject({
      ok: false,
      reason: { message: expect.stringContaining('its elements are nested too deeply') },
    });
  });

  test('shown as it stands is plain text', async () => {
    const { spans } = await read({
      data: { text: '<p>Ana</p>' },
      annotations: [{ result: [region('a', 3, 6, 'PER', {}, { text: 'Ana' })] }],
    });
    expect(spans).toEqual([['PER', 3, 6, 'Ana']]);
  });
});

test('writing gives tasks that are imported as they are', async () => {
  const reading = await readAsDataset(
    file({
      data: { text, title: 'T', outlet: 'Post' },
      annotations: [
        {
          result: [
            region('a', 2, 5, 'PER', { meta: { text: ['why'], attributes: { n: 1 } } }),
            region('b', 15, 18, 'PER'),
            { type: 'relation', from_id: 'a', to_id: 'b', direction: 'right', labels: ['knows'] },
          ],
        },
      ],
    }),
  );
  const { bytes, name } = await written(format, reading);
  expect(name).toBe('again.json');
  const common = { from_name: 'label', to_name: 'text', type: 'labels', origin: 'manual' };
  expect(JSON.parse(new TextDecoder().decode(bytes))).toEqual([
    {
      id: 1,
      data: { text, title: 'T' },
      meta: { outlet: 'Post' },
      annotations: [
        {
          result: [
            {
              ...common,
              id: 'r1',
              value: { start: 2, end: 5, text: 'Ana', labels: ['PER'] },
              meta: { text: ['why'], attributes: { n: 1 } },
            },
            { ...common, id: 'r2', value: { start: 15, end: 18, text: 'Bob', labels: ['PER'] } },
            { from_id: 'r1', to_id: 'r2', type: 'relation', direction: 'right', labels: ['knows'] },
          ],
        },
      ],
    },
  ]);
});

describe.skipIf(!hasSharedData)(`real files${sharedDataNote}`, () => {
  const folder = 'label-studio/';
  const spans = {
    'completions/348.json': [38, 0],
    'frontend-examples/named_entity/annotations/1.json': [1, 0],
    'frontend-examples/named_entity/tasks.json': [1, 0],
    'frontend-examples/dialogue_analysis/annotations/1.json': [0, 0],
    'frontend-examples/dialogue_analysis/tasks.json': [0, 0],
    // The fourth says that it reads more than its offsets and paths hold.
    'frontend-examples/rich_text_html/annotations/1.json': [3, 1],
    'frontend-examples/rich_text_html/tasks.json': [3, 1],
  } as const;

  test.each(Object.entries(spans))('%s comes back as it was', async (path, [count, faults]) => {
    const real = realFile(folder + path);
    expect(bestFormat(real, () => true)?.id).toBe('label-studio');
    const reading = await readAsDataset(real);
    expect(reading.dataset.articles).toHaveLength(1);
    expect(reading.dataset.articles[0]?.spans).toHaveLength(count);
    expect(reading.faults).toHaveLength(faults);
    expect(await differenceOfRoundTrip(format, reading)).toBeUndefined();
  });

  test('tasks on pictures are refused by what they are about', async () => {
    const reading = await readDatasetFile(realFile(`${folder}test_export_json_min/data.json`));
    expect(reading).toMatchObject({ ok: false, reason: { code: 'not-a-dataset' } });
    expect(reading.ok ? '' : reading.reason.message).toContain('“image”');
  });

  test('no mutated file makes the reader throw', async () => {
    const files = Object.keys(spans).map((path) => realFile(folder + path));
    for (let seed = 0; seed < 300; seed++) {
      const real = files[seed % files.length];
      if (real === undefined) throw new Error('there are files');
      const reading = await format.datasets?.read(mutant(real, seed));
      expect(typeof reading?.ok).toBe('boolean');
    }
  });
});
