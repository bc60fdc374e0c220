import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Relation } from '../../../../src/core/model/relation.ts';
import type { Span } from '../../../../src/core/model/span.ts';
import { SpanIndex } from '../../../../src/core/model/span-index.ts';
import type { TagSet } from '../../../../src/core/model/tag-set.ts';
import { apply } from '../../../../src/core/operations/apply.ts';
import { mayLink } from '../../../../src/core/operations/gestures/link-spans.ts';
import { planTagSetStep } from '../../../../src/core/operations/gestures/plan-tag-set-step.ts';
import {
  deleteTagStep,
  mergeTagsStep,
  removeRelationTypeStep,
  setRelationEndsStep,
  type TagSetStep,
  type TagSetStepResult,
} from '../../../../src/core/operations/gestures/tag-set-step.ts';
import { invert } from '../../../../src/core/operations/invert.ts';
import type { ArticleState, ProjectState } from '../../../../src/core/operations/project-state.ts';
import { operationSequence, relationOf } from '../../arbitraries/operation-sequence.ts';
import { contentOf } from '../../arbitraries/project-content.ts';
import { articleOf, spanIn } from './builders.ts';
import { project } from './tag-set-builders.ts';

const later = '2027-01-01T00:00:00.000Z';
const text = '“We go,” said Anna Berg in Oslo on Friday.';

function article(): ArticleState {
  const made = articleOf(
    text,
    ['anna', 'speaker', 'Anna Berg'],
    ['go', 'claim', 'We go'],
    ['oslo', 'location', 'Oslo'],
    ['friday', 'date', 'Friday'],
  );
  return withRelations(
    made,
    relationOf('anna', 'go', { id: 'says' }),
    relationOf('go', 'oslo', { id: 'at', type: 'at' }),
    relationOf('go', 'friday', { id: 'on', type: 'on' }),
  );
}

function withRelations(base: ArticleState, ...relations: ReturnType<typeof relationOf>[]): ArticleState {
  return { ...base, relations: new Map(relations.map((relation) => [relation.id, relation])) };
}

function withSpan(base: ArticleState, id: string, parts: Partial<Span>): ArticleState {
  const spans = base.spans.ordered.map((span) => (span.id === id ? { ...span, ...parts } : span));
  return { ...base, spans: SpanIndex.of(spans) };
}

function stateOf(...articles: ArticleState[]): ProjectState {
  return { project, articles: new Map(articles.map((one) => [one.record.id, one])) };
}

function stepOf(result: TagSetStepResult): TagSetStep {
  if (!result.ok) throw new Error(result.reason.message);
  return result.value;
}

async function make(state: ProjectState, step: TagSetStep) {
  const { operation, effect } = await planTagSetStep(state.project, step, state.articles.values(), later);
  const applied = apply(state, operation);
  if (!applied.ok) throw new Error(applied.reason.message);
  const undone = apply(applied.value, invert(operation));
  if (!undone.ok) throw new Error(undone.reason.message);
  expect(contentOf(undone.value)).toEqual(contentOf(state));
  const after = applied.value.articles.get('article');
  return {
    effect,
    tagSet: applied.value.project.tagSet,
    spans: after?.spans.ordered.map(({ id, tag }) => `${id}: ${tag}`) ?? [],
    relations: [...(after?.relations.values() ?? [])].map(({ type, from, to }) => `${from} ${type} ${to}`),
    after,
    state: applied.value,
  };
}

test('deleting a tag takes its spans and their links, and the tag from the ends of relation types', async () => {
  const made = await make(stateOf(article()), stepOf(deleteTagStep(project.tagSet, 'claim')));
  expect(made.spans).toEqual(['anna: speaker', 'oslo: location', 'friday: date']);
  expect(made.relations).toEqual([]);
  expect(made.effect).toEqual({ deleted: 1, retagged: 0, joined: 0, unlinked: 3, articles: 1 });
  expect(made.tagSet.tags.map(({ id }) => id)).toEqual(['speaker', 'location', 'date']);
  expect(made.tagSet.relationTypes.find(({ id }) => id === 'says')?.to).toEqual([]);
});

test('the last tag stays', () => {
  const [only] = project.tagSet.tags;
  if (only === undefined) throw new Error('there are default tags');
  expect(deleteTagStep({ tags: [only], relationTypes: [] }, only.id).ok).toBe(false);
});

test('an article without the tag is left alone', async () => {
  const other = articleOf(text, ['anna', 'speaker', 'Anna Berg']);
  const made = await make(stateOf(other), stepOf(deleteTagStep(project.tagSet, 'claim')));
  expect(made.effect.articles).toBe(0);
  expect(made.after).toBe(other);
});

test('merging gives spans the other tag and keeps links that fit it', async () => {
  const made = await make(stateOf(article()), stepOf(mergeTagsStep(project.tagSet, 'location', 'date')));
  expect(made.spans).toContain('oslo: date');
  expect(made.relations).toEqual(['anna says go', 'go at oslo', 'go on friday']);
  expect(made.effect).toEqual({ deleted: 0, retagged: 1, joined: 0, unlinked: 0, articles: 1 });
  expect(made.tagSet.relationTypes.find(({ id }) => id === 'at')?.to).toEqual(['date']);
  const date = made.tagSet.tags.find(({ id }) => id === 'date');
  expect(date?.attributes.map(({ id }) => id)).toEqual(['value', 'place']);
});

test('two spans on the same words become one that says what both said; links follow', async () => {
  const twins = articleOf(
    text,
    ['anna', 'speaker', 'Anna Berg'],
    ['go', 'claim', 'We go'],
    ['who', 'date', 'Anna Berg'],
  );
  const noted = withSpan(withSpan(twins, 'who', { note: 'seen', attributes: { sure: true } }), 'anna', {
    flagged: true,
    note: 'who?',
  });
  const linked = withRelations(noted, relationOf('anna', 'go', { id: 'says' }));
  const made = await make(stateOf(linked), stepOf(mergeTagsStep(project.tagSet, 'speaker', 'date')));
  expect(made.spans).toEqual(['go: claim', 'who: date']);
  expect(made.relations).toEqual(['who says go']);
  expect(made.effect).toMatchObject({ deleted: 0, retagged: 1, joined: 1, unlinked: 0 });
  if (made.after === undefined) throw new Error('the article stays');
  expect(spanIn(made.after, 'who')).toMatchObject({
    note: 'seen\nwho?',
    flagged: true,
    attributes: { sure: true },
  });
});

test('two spans on the same words that contradict each other both stay', async () => {
  const twins = articleOf(text, ['a', 'speaker', 'Anna Berg'], ['b', 'date', 'Anna Berg']);
  const apart = withSpan(withSpan(twins, 'a', { attributes: { sure: 1 } }), 'b', { attributes: { sure: 2 } });
  const made = await make(stateOf(apart), stepOf(mergeTagsStep(project.tagSet, 'speaker', 'date')));
  expect(made.spans).toEqual(['a: date', 'b: date']);
  expect(made.effect.joined).toBe(0);
});

test('a link between two spans that become one goes, and so does its double', async () => {
  const twins = articleOf(
    text,
    ['a', 'speaker', 'We go'],
    ['b', 'claim', 'We go'],
    ['o', 'location', 'Oslo'],
  );
  const linked = withRelations(
    twins,
    relationOf('a', 'b', { id: '1' }),
    relationOf('a', 'o', { id: '2', type: 'at' }),
    relationOf('b', 'o', { id: '3', type: 'at' }),
  );
  const made = await make(stateOf(linked), stepOf(mergeTagsStep(project.tagSet, 'speaker', 'claim')));
  expect(made.relations).toEqual(['b at o']);
  expect(made.effect.unlinked).toBe(2);
});

test('removing a kind of link takes its links', async () => {
  const made = await make(stateOf(article()), stepOf(removeRelationTypeStep(project.tagSet, 'at')));
  expect(made.relations).toEqual(['anna says go', 'go on friday']);
  expect(made.tagSet.relationTypes.map(({ id }) => id)).toEqual(['says', 'on', 'reports']);
});

test('narrower ends take the links that no longer fit, and leave those that never did', async () => {
  const odd = withRelations(
    article(),
    relationOf('anna', 'go', { id: 'says' }),
    relationOf('oslo', 'friday', { id: 'odd', type: 'says' }),
  );
  const ends = { from: ['date'], to: ['claim'] };
  const made = await make(stateOf(odd), stepOf(setRelationEndsStep(project.tagSet, 'says', ends)));
  expect(made.relations).toEqual(['oslo says friday']);
  expect(made.effect.unlinked).toBe(1);
});

function fits(
  tagSet: TagSet,
  within: Pick<ArticleState, 'spans'> | undefined,
  relation: Relation | undefined,
): boolean {
  const [from, to] = [within?.spans.get(relation?.from ?? ''), within?.spans.get(relation?.to ?? '')];
  return (
    relation !== undefined &&
    from !== undefined &&
    to !== undefined &&
    mayLink(tagSet, relation.type, from, to)
  );
}

const steps = fc.oneof(
  fc.constantFrom('speaker', 'claim', 'location', 'date').map((id) => deleteTagStep(project.tagSet, id)),
  fc
    .shuffledSubarray(['speaker', 'claim', 'location', 'date'], { minLength: 2, maxLength: 2 })
    .map(([from = '', into = '']) => mergeTagsStep(project.tagSet, from, into)),
  fc.constantFrom('says', 'at').map((id) => removeRelationTypeStep(project.tagSet, id)),
);

test('whatever the project, a step fits it, is undone exactly, and leaves no span or link without its definition', async () => {
  await fc.assert(
    fc.asyncProperty(operationSequence, steps, async ({ start, operations }, result) => {
      let state = start;
      for (const operation of operations) {
        const applied = apply(state, operation);
        if (applied.ok) state = applied.value;
      }
      const step = stepOf(result);
      // Operations at random change the project's name; its tag set is the default one throughout.
      const { state: after } = await make(state, step);
      for (const [id, { spans, relations }] of after.articles) {
        for (const { tag } of spans.ordered) expect(tag).not.toBe(step.retag?.from);
        for (const relation of relations.values()) {
          const fitted = fits(
            project.tagSet,
            state.articles.get(id),
            state.articles.get(id)?.relations.get(relation.id),
          );
          if (fitted) expect(fits(step.after, { spans }, relation)).toBe(true);
        }
      }
    }),
    { numRuns: 60 },
  );
});
