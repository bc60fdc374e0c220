import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AnnotatedArticle, annotatedArticleOf } from '../../../src/core/formats/annotated-article.ts';
import { incomingProject } from '../../../src/core/formats/from-dataset.ts';
import { type MergePlan, planMerge } from '../../../src/core/formats/merge.ts';
import { mergeSentences } from '../../../src/core/formats/merge-report.ts';
import { mergeTargetOf } from '../../../src/core/formats/merge-target.ts';
import { exportDataset } from '../../../src/core/formats/to-dataset.ts';
import { defaultTagSet } from '../../../src/core/model/tag-set.ts';
import { apply } from '../../../src/core/operations/apply.ts';
import { invert } from '../../../src/core/operations/invert.ts';
import { operationSchema } from '../../../src/core/operations/operation.ts';
import type { ProjectState } from '../../../src/core/operations/project-state.ts';
import { anyArticle, anyProject, project, stateOf } from './random-project.ts';

const now = '2031-01-01T00:00:00.000Z';
const emptyProject = stateOf([], {
  id: 'fresh',
  name: 'New project',
  tagSet: defaultTagSet,
  annotators: [{ id: 'me', name: 'Me' }],
  entities: [],
  createdAt: now,
});
const handOver = { kind: 'handOver' } as const;

function plan(target: ProjectState, from: ProjectState, makingRoom: string[] = []): Promise<MergePlan> {
  let next = 0;
  const incoming = incomingProject(exportDataset(from, handOver), { now, projectId: 'incoming' });
  return planMerge({ ...mergeTargetOf(target), makingRoom }, incoming, { now, newId: () => `new-${next++}` });
}

function applied(target: ProjectState, { operation }: MergePlan): ProjectState {
  if (operation === null) return target;
  const result = apply(target, operationSchema.parse(operation));
  if (!result.ok) throw new Error(result.reason.message);
  return result.value;
}

function only(articles: AnnotatedArticle[]): AnnotatedArticle {
  const [article] = articles;
  if (article === undefined || articles.length > 1) throw new Error('one article was expected');
  return article;
}

const spansOf = (state: ProjectState) => [...state.articles.values()].flatMap(({ spans }) => spans.ordered);

/** An article with one span, of which a test changes one thing. */
function article(
  change: Partial<{ text: string; id: string; tag: string; note: string; spanId: string }> = {},
): AnnotatedArticle {
  const { text = 'Ana spoke.', id = 'a', tag = 'speaker', note = '', spanId = 's' } = change;
  const sample = only(fc.sample(anyArticle(0), { numRuns: 1, seed: 1 }));
  return {
    record: { ...sample.record, id, textLength: text.length, versionOf: null, trashedAt: null },
    body: { text, blocks: [] },
    spans: [
      {
        id: spanId,
        articleId: id,
        tag,
        fragments: [{ start: 0, end: 3 }],
        quote: text.slice(0, 3),
        attributes: {},
        note,
        flagged: false,
        annotator: 'ann-1',
        origin: 'manual',
        createdAt: now,
        updatedAt: now,
      },
    ],
    relations: [],
  };
}

test('into an empty project a dataset comes back exactly', async () => {
  await fc.assert(
    fc.asyncProperty(anyProject, async (state) => {
      const restored = applied(emptyProject, await plan(emptyProject, state));
      expect(exportDataset(restored, handOver)).toEqual(exportDataset(state, handOver));
    }),
  );
});

test('a second time there is nothing to do', async () => {
  await fc.assert(
    fc.asyncProperty(anyProject, anyProject, async (local, other) => {
      const merged = applied(local, await plan(local, other));
      expect((await plan(merged, other)).operation).toBeNull();
    }),
  );
});

test('local work stays as it was, and one undo takes the merge back', async () => {
  await fc.assert(
    fc.asyncProperty(anyProject, anyProject, async (local, other) => {
      const planned = await plan(local, other);
      const merged = applied(local, planned);
      for (const [id, { spans, relations, body }] of local.articles) {
        const after = merged.articles.get(id);
        expect(after?.body).toEqual(body);
        for (const span of spans.ordered) expect(after?.spans.get(span.id)).toEqual(span);
        for (const relation of relations.values())
          expect(after?.relations.get(relation.id)).toEqual(relation);
      }
      if (planned.operation === null) return;
      const undone = apply(merged, invert(planned.operation));
      if (!undone.ok) throw new Error(undone.reason.message);
      const plain = ({ articles }: ProjectState) => [...articles.values()].map(annotatedArticleOf);
      expect(plain(undone.value)).toEqual(plain(local));
      expect(undone.value.project).toEqual(local.project);
    }),
  );
});

test('a local text is read once however many incoming ones are as long, and an article only when it is the same', async () => {
  const words = (i: number) => `Ana spoke ${10 + i}.`;
  const many = (ids: string, from: number) =>
    Array.from({ length: 20 }, (_, i) =>
      article({ id: `${ids}${i}`, text: words(from + i), spanId: `${ids}-s${i}` }),
    );
  const target = mergeTargetOf(stateOf(many('local', 0), emptyProject.project));
  const incoming = incomingProject(exportDataset(stateOf(many('new', 19), emptyProject.project), handOver), {
    now,
    projectId: 'incoming',
  });
  const texts: string[] = [];
  const articles: string[] = [];
  const { report } = await planMerge(
    {
      ...target,
      makingRoom: [],
      text: (id) => {
        texts.push(id);
        return target.text(id);
      },
      article: (id) => {
        articles.push(id);
        return target.article(id);
      },
    },
    incoming,
    { now, newId: () => 'fresh' },
  );
  expect(report.articles.added).toBe(19);
  expect(texts.sort()).toEqual(target.records.map(({ id }) => id).sort());
  expect(articles).toEqual(['local19']);
});

test('every span that comes in is counted once', async () => {
  await fc.assert(
    fc.asyncProperty(anyProject, anyProject, async (local, other) => {
      const planned = await plan(local, other);
      const { spans } = planned.report;
      const incoming = exportDataset(other, handOver).articles.flatMap((a) => a.spans ?? []);
      expect(spans.added + spans.alreadyThere).toBe(incoming.length);
      expect(spansOf(applied(local, planned)).length).toBe(spansOf(local).length + spans.added);
    }),
  );
});

describe('articles', () => {
  test('of the same text are one, whatever their ids', async () => {
    const local = stateOf([article()]);
    const planned = await plan(local, stateOf([article({ id: 'b', spanId: 't', tag: 'claim' })]));
    expect(planned.report.articles).toMatchObject({ added: 0, merged: 1 });
    const merged = applied(local, planned);
    expect([...merged.articles.keys()]).toEqual(['a']);
    expect(spansOf(merged).map(({ id, articleId }) => [id, articleId])).toEqual([
      ['s', 'a'],
      ['t', 'a'],
    ]);
  });

  test('of one id and different texts are two', async () => {
    const local = stateOf([article()]);
    const planned = await plan(local, stateOf([article({ text: 'Boris spoke.' })]));
    expect(planned.report.articles).toMatchObject({ added: 1, renamed: 1 });
    expect([...applied(local, planned).articles.keys()]).toEqual(['a', 'new-0']);
  });

  test('of several with that text, the one of the same id is meant, else one that is not in the trash', async () => {
    const named = (id: string, trashedAt: string | null) => {
      const one = article({ id, spanId: `span-${id}` });
      return { ...one, record: { ...one.record, trashedAt } };
    };
    const local = stateOf([named('old', now), named('first', null), named('second', null)]);
    const place = async (id: string) => {
      const merged = applied(
        local,
        await plan(local, stateOf([article({ id, spanId: 'in', tag: 'claim' })])),
      );
      return [...merged.articles.values()].find(({ spans }) => spans.has('in'))?.record.id;
    };
    expect(await place('second')).toBe('second');
    expect(await place('elsewhere')).toBe('first');
    expect(await place('old')).toBe('old');
  });

  test('in the trash come out of it', async () => {
    const trashed = { ...article(), record: { ...article().record, trashedAt: now } };
    const local = stateOf([trashed]);
    const planned = await plan(local, stateOf([article()]));
    expect(planned.report.articles.restored).toBe(1);
    expect(applied(local, planned).articles.get('a')?.record.trashedAt).toBeNull();
  });

  test('of the app make room when nothing else is there', async () => {
    const sample = article({ id: 'sample', text: 'Sample text.', spanId: 'x' });
    const local = stateOf([sample], emptyProject.project);
    const alone = await plan(local, stateOf([article()]), ['sample']);
    expect([...applied(local, alone).articles.keys()]).toEqual(['a']);
    const worked = stateOf(
      [sample, article({ id: 'mine', text: 'My own.', spanId: 'y' })],
      emptyProject.project,
    );
    const beside = await plan(worked, stateOf([article()]), ['sample']);
    expect(applied(worked, beside).articles.size).toBe(3);
  });
});

describe('spans', () => {
  test('that differ under one id are both kept, and said', async () => {
    const local = stateOf([article({ note: 'mine' })]);
    const planned = await plan(local, stateOf([article({ note: 'theirs' })]));
    expect(planned.report.spans).toEqual({ added: 1, alreadyThere: 0, conflicting: 1 });
    expect(spansOf(applied(local, planned)).map(({ id, note }) => [id, note])).toEqual([
      ['new-0', 'theirs'],
      ['s', 'mine'],
    ]);
    expect(mergeSentences(planned.report, []).join('\n')).toContain('both are kept');
  });

  test('that say the same under another id are there already', async () => {
    const local = stateOf([article()]);
    const planned = await plan(local, stateOf([article({ spanId: 'other' })]));
    expect(planned.report.spans).toEqual({ added: 0, alreadyThere: 1, conflicting: 0 });
    expect(planned.operation).toBeNull();
  });
});

describe('the tag set', () => {
  const local = stateOf([article()], { ...emptyProject.project, annotators: project.annotators });

  test('gets the tags it lacks, without taking a key away', async () => {
    const tag = {
      id: 'place',
      name: 'Place',
      key: '1',
      mark: 'wavy' as const,
      colour: { light: '#111111', dark: '#eeeeee' },
      guideline: '',
      examples: [],
      attributes: [],
    };
    const other = stateOf([article({ tag: 'place', spanId: 't' })], {
      ...project,
      tagSet: { tags: [tag], relationTypes: [] },
    });
    const planned = await plan(local, other);
    expect(planned.report.tagSet.tagsAdded).toEqual(['Place']);
    expect(applied(local, planned).project.tagSet.tags.at(-1)).toEqual({ ...tag, key: '' });
  });

  test('keeps its own definitions and says so', async () => {
    const tags = defaultTagSet.tags.map((tag) => ({ ...tag, guideline: 'Otherwise.' }));
    const other = stateOf([article()], { ...project, tagSet: { ...defaultTagSet, tags } });
    const planned = await plan(local, other);
    expect(planned.report.tagSet.tagsKept).toEqual(['Speaker', 'Claim', 'Location', 'Date']);
    expect(applied(local, planned).project.tagSet).toEqual(local.project.tagSet);
  });

  test('lets relation types link what they link in the dataset', async () => {
    const relationTypes = [{ id: 'says', name: 'says', from: ['place'], to: ['claim'] }];
    const other = stateOf([article()], { ...project, tagSet: { tags: defaultTagSet.tags, relationTypes } });
    const planned = await plan(local, other);
    expect(planned.report.tagSet.relationTypesWidened).toEqual(['says']);
    expect(applied(local, planned).project.tagSet.relationTypes[0]?.from).toEqual(['speaker', 'place']);
  });
});

test('the sentences name every number', async () => {
  const planned = await plan(stateOf([]), stateOf([article()], project));
  const faults = [{ effect: 'refused', item: 'span', id: 'x', reason: 'it is not there' } as const];
  expect(mergeSentences(planned.report, faults)).toEqual([
    'Comes in: 1 new article, 1 annotation.',
    'Does not come in: 1 span.',
  ]);
});
