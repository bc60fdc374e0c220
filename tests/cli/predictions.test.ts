import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runIn } from './run-in.ts';

const text = '“It rains,” said Ann Lee. She added that it would stop.';
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ascribe-predictions-'));
  const span = { id: 's', tag: 'claim', start: 0, end: 11, text: '“It rains,”' };
  writeFileSync(
    join(folder, 'in.json'),
    JSON.stringify({
      format: 'ascribe-dataset',
      version: 1,
      offsetUnit: 'codePoint',
      articles: [{ id: 'a', title: 'a', text, spans: [span] }],
    }),
  );
});
afterEach(() => rmSync(folder, { recursive: true }));

test('convert --suggestions adds what nobody has decided about, apart from the annotations, and it stays out afterwards', async () => {
  const to = ['--to', 'label-studio', '--out', 'out.json'];
  expect(await runIn(folder, ['convert', 'in.json', ...to, '--suggestions'])).toMatchObject({ code: 0 });
  const [task] = JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'));
  const words = (result: { value?: { text: string } }[]) => result.flatMap(({ value }) => value?.text ?? []);
  expect(words(task.annotations[0].result)).toEqual(['“It rains,”']);
  expect(words(task.predictions[0].result)).toEqual(['it would stop', 'She']);

  const back = await runIn(folder, ['convert', 'out.json', '--out', 'back.json']);
  expect(back).toMatchObject({ code: 0, err: ['lost: 2 suggestions that nobody decided about'] });
  const { articles } = JSON.parse(readFileSync(join(folder, 'back.json'), 'utf8'));
  expect(words(articles[0].spans.map((value: { text: string }) => ({ value })))).toEqual(['“It rains,”']);
});

test('without the flag, nothing is predicted', async () => {
  await runIn(folder, ['convert', 'in.json', '--to', 'label-studio', '--out', 'out.json']);
  expect(JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'))[0]).not.toHaveProperty('predictions');
});

test('a format without a place for suggestions is wrong usage', async () => {
  const made = await runIn(folder, ['convert', 'in.json', '--out', 'out.conll', '--suggestions']);
  expect(made.code).toBe(2);
  expect(made.err.join('\n')).toContain('CoNLL columns (BIO) has no place for suggestions');
});
