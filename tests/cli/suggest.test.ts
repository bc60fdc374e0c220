import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runIn } from './run-in.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ascribe-suggest-'));
  writeFileSync(
    join(folder, 'a.txt'),
    'Rain\n\n“It rains again today,” said Ann Lee. She added that it would stop.\n',
  );
});
afterEach(() => rmSync(folder, { recursive: true }));

test('proposes who said what, says by which rule and why, and is sound', async () => {
  const made = await runIn(folder, ['suggest', 'a.txt', '--out', 'out.json']);
  expect(made).toMatchObject({ code: 0, err: [], out: ['1 article, 5 annotations and 2 links proposed'] });
  const { articles } = JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'));
  expect(articles[0].spans).toMatchObject([
    {
      tag: 'claim',
      text: '“It rains again today,”',
      origin: expect.stringMatching(/^suggestion:quotation@0\.\d\d$/),
      attributes: { form: 'direct', cue: 'said' },
    },
    { tag: 'speaker', text: 'Ann Lee', note: expect.stringContaining('quotation marks') },
    {
      tag: 'claim',
      text: 'it would stop',
      origin: expect.stringMatching(/^suggestion:reported-speech@0\.\d\d$/),
    },
    { tag: 'speaker', text: 'She' },
    {
      tag: 'date',
      text: 'today',
      origin: expect.stringMatching(/^suggestion:date@0\.\d\d$/),
      attributes: {},
    },
  ]);
  expect((await runIn(folder, ['validate', 'out.json'])).code).toBe(0);
});

test('reads words for times from the day of publication', async () => {
  const text = 'Rain fell on Tuesday, 03/04/2031.';
  writeFileSync(
    join(folder, 'b.json'),
    JSON.stringify({
      format: 'ascribe-dataset',
      version: 1,
      offsetUnit: 'codePoint',
      tagSet: { tags: [{ id: 'date', name: 'Date' }] },
      articles: [{ id: 'b', title: 'b', text, metadata: { date: '2031-04-04' } }],
    }),
  );
  expect(await runIn(folder, ['suggest', 'b.json', '--out', 'out.json'])).toMatchObject({ code: 0 });
  const { articles } = JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'));
  expect(articles[0].spans).toMatchObject([
    { text: 'Tuesday', attributes: { value: { value: '2031-04-01', type: 'date', granularity: 'day' } } },
    { text: '03/04/2031', attributes: {}, note: expect.stringContaining('may come first') },
  ]);
});

test('leaves out what is less sure than asked for', async () => {
  const { out } = await runIn(folder, ['suggest', 'a.txt', '--out', 'out.json', '--min-confidence', '0.9']);
  expect(out).toEqual(['1 article, 2 annotations and 1 link proposed']);
  expect((await runIn(folder, ['suggest', 'a.txt', '--out', 'out.json', '--min-confidence', '2'])).code).toBe(
    2,
  );
});

test('evaluates proposals beside what was annotated', async () => {
  await runIn(folder, ['suggest', 'a.txt', '--out', 'gold.json']);
  await runIn(folder, ['suggest', 'a.txt', '--out', 'some.json', '--min-confidence', '0.9']);
  const { out, code } = await runIn(folder, ['evaluate', 'some.json', 'gold.json']);
  expect(code).toBe(0);
  expect(out[0]).toBe('articles\t1');
  expect(out.slice(2)).toEqual([
    'tag claim\t1\t2\t100.0\t50.0\t66.7\t100.0\t50.0\t66.7',
    'tag date\t0\t1\t0.0\t0.0\t0.0\t0.0\t0.0\t0.0',
    'tag speaker\t1\t2\t100.0\t50.0\t66.7\t100.0\t50.0\t66.7',
    'link says\t1\t2\t100.0\t50.0\t66.7\t100.0\t50.0\t66.7',
  ]);
  const json = await runIn(folder, ['evaluate', 'some.json', 'gold.json', '--json']);
  expect(JSON.parse(json.out.join('\n'))).toMatchObject({
    articles: 1,
    relations: [{ name: 'says', proposed: 1, gold: 2 }],
  });
});

test('learns from articles that somebody has gone through, and says what that comes to', async () => {
  const articles = ['Rome', 'Oslo', 'Bern', 'Cork', 'Turin'].map((town, i) => {
    const who = `Ann ${['Lee', 'Park', 'Ode', 'Stone', 'Holm'][i]}`;
    const caption = `The market of ${town} in the morning.`;
    const text = `News of ${town}\n\n${caption} Image: ${who}.\n\nIt rained all day.\n`;
    const span = (id: string, tag: string, words: string, start = text.indexOf(words)) => ({
      id: `${id}${i}`,
      tag,
      start,
      end: start + words.length,
      text: words,
    });
    return {
      id: town,
      title: town,
      text,
      spans: [span('c', 'claim', caption), span('s', 'speaker', who)],
      relations: [{ id: `r${i}`, type: 'says', from: `s${i}`, to: `c${i}` }],
    };
  });
  const tagSet = {
    tags: ['speaker', 'claim'].map((id) => ({ id, name: id })),
    relationTypes: [{ id: 'says', name: 'says', from: ['speaker'], to: ['claim'] }],
  };
  const dataset = { format: 'ascribe-dataset', version: 1, offsetUnit: 'codePoint', tagSet, articles };
  writeFileSync(join(folder, 'taught.json'), JSON.stringify(dataset));
  writeFileSync(
    join(folder, 'b.txt'),
    'News of Ghent\n\nThe market of Ghent in the morning. Image: Tom Reed.\n',
  );
  const made = await runIn(folder, ['suggest', 'b.txt', '--out', 'out.json', '--learn-from', 'taught.json']);
  expect(made).toMatchObject({ code: 0, out: ['1 article, 2 annotations and 1 link proposed'] });
  expect(made.err).toEqual([expect.stringMatching(/5 articles held out: 0\.0 by the rules.*it is used/)]);
  const { articles: found } = JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'));
  expect(found[0].spans).toMatchObject([
    {
      tag: 'claim',
      text: 'The market of Ghent in the morning.',
      note: expect.stringContaining('like what you'),
    },
    { tag: 'speaker', text: 'Tom Reed' },
  ]);
  const [first] = articles;
  writeFileSync(join(folder, 'taught.json'), JSON.stringify({ ...dataset, articles: [first] }));
  const little = await runIn(folder, [
    'suggest',
    'b.txt',
    '--out',
    'out.json',
    '--learn-from',
    'taught.json',
  ]);
  expect(little.err).toEqual([expect.stringContaining('it is not used')]);
  expect(little.out).toEqual(['1 article, 0 annotations and 0 links proposed']);
  writeFileSync(join(folder, 'c.txt'), 'It rained on Ann Lee’s day.\n');
  await runIn(folder, ['suggest', 'c.txt', '--out', 'out.json', '--learn-from', 'taught.json']);
  expect(JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8')).articles[0].spans).toMatchObject([
    { tag: 'speaker', text: 'Ann Lee', note: 'tagged as speaker in 1 article; never left alone (0.67)' },
  ]);
  const missing = await runIn(folder, ['suggest', 'b.txt', '--out', 'out.json', '--learn-from', 'none.json']);
  expect(missing.code).toBe(1);
});
