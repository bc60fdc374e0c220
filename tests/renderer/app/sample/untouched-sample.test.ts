import { expect, test } from 'vitest';
import { loadSample } from '../../../../src/renderer/app/sample/load-sample.ts';
import { untouchedSample } from '../../../../src/renderer/app/sample/untouched-sample.ts';
import { Profile } from '../../fakes/project.ts';

const sample = loadSample('2030-01-01T00:00:00.000Z');

async function firstStart() {
  const { record, body, ...rest } = sample;
  const { workbench } = await new Profile().start({
    sample: () => ({ article: { record, body }, ...rest }),
  });
  await workbench.openArticle(record.id);
  return workbench;
}

test('the sample as it came is untouched', async () => {
  expect(await untouchedSample(await firstStart(), sample)).toEqual([sample.record.id]);
});

test('one note makes it somebody’s work', async () => {
  const workbench = await firstStart();
  const [before] = workbench.project.getState().open?.spans.ordered ?? [];
  if (before === undefined) throw new Error('the sample has spans');
  workbench.commit({ type: 'span.update', before, after: { ...before, note: 'mine' } }, 'edit note');
  expect(await untouchedSample(workbench, sample)).toEqual([]);
  await workbench.undo();
  expect(await untouchedSample(workbench, sample)).toEqual([sample.record.id]);
});

test('beside another article it stays', async () => {
  const workbench = await firstStart();
  const { record, body } = sample;
  workbench.commit({ type: 'article.add', article: { record: { ...record, id: 'other' }, body } }, 'open');
  expect(await untouchedSample(workbench, sample)).toEqual([]);
});
