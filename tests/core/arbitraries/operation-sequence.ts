import fc from 'fast-check';
import type { Article } from '../../../src/core/model/article.ts';
import type { Entity } from '../../../src/core/model/entity.ts';
import type { Project } from '../../../src/core/model/project.ts';
import type { Relation } from '../../../src/core/model/relation.ts';
import { defaultTagSet } from '../../../src/core/model/tag-set.ts';
import { apply } from '../../../src/core/operations/apply.ts';
import { type Change, type Operation, operationOf } from '../../../src/core/operations/operation.ts';
import type { ProjectState } from '../../../src/core/operations/project-state.ts';
import { articleArbitrary, articleOf, someTime } from './article.ts';
import { spanArbitrary } from './span.ts';

export const someProject: Project = {
  id: 'project',
  name: 'Project',
  tagSet: defaultTagSet,
  annotators: [{ id: 'annotator', name: 'Annotator' }],
  entities: [],
  createdAt: someTime,
};

export const emptyProject: ProjectState = { project: someProject, articles: new Map() };

/** A relation between two spans. */
export function relationOf(from: string, to: string, parts: Partial<Relation> = {}): Relation {
  return {
    id: 'relation',
    articleId: 'article',
    type: 'says',
    from,
    to,
    attributes: {},
    annotator: 'annotator',
    origin: 'manual',
    createdAt: someTime,
    updatedAt: someTime,
    ...parts,
  };
}

/** An entity, one of a few. */
export function entityOf(number: number): Entity {
  return {
    id: `entity-${number % 5}`,
    kind: 'person',
    name: `Somebody ${number % 5}`,
    role: '',
    aliases: ['she'],
    anonymous: false,
    note: '',
    createdAt: someTime,
    updatedAt: someTime,
  };
}

/** What to try next, told without knowing the state; `realise` makes a change of it, sensible or not. */
interface Attempt {
  readonly type: Change['type'];
  readonly article: Article;
  readonly pick: number;
  readonly other: number;
  readonly seed: number;
}

const attempt: fc.Arbitrary<Attempt> = fc.record({
  type: fc.constantFrom<Change['type'][]>(
    'project.update',
    'entity.add',
    'entity.update',
    'entity.remove',
    'article.add',
    'article.remove',
    'article.update',
    'article.replace',
    'span.add',
    'span.add',
    'span.add',
    'span.update',
    'span.remove',
    'relation.add',
    'relation.update',
    'relation.remove',
  ),
  article: articleArbitrary,
  pick: fc.nat(),
  other: fc.nat(),
  seed: fc.nat(),
});

/** A project with articles, and operations tried on it one after the other: those that fit, those that do not, batches of both. */
export interface OperationSequence {
  readonly start: ProjectState;
  /** Each with the state it is made on in mind; some conflict with it. */
  readonly operations: readonly Operation[];
}

export const operationSequence: fc.Arbitrary<OperationSequence> = fc
  .array(fc.array(attempt, { minLength: 1, maxLength: 3 }), { maxLength: 30 })
  .map((attempts) => {
    const start = begin();
    let state = start;
    const operations = attempts.map((group) => {
      let current = state;
      const changes = group.map((one) => {
        const change = realise(current, one);
        const applied = apply(current, change);
        if (applied.ok) current = applied.value;
        return change;
      });
      const operation = operationOf(changes);
      const applied = apply(state, operation);
      if (applied.ok) state = applied.value;
      return operation;
    });
    return { start, operations };
  });

function begin(): ProjectState {
  const applied = apply(emptyProject, {
    type: 'article.add',
    article: articleOf('A title\n\n“We are ready 😀,” said Ms Lee, “e\u0301 for it.”', 'one'),
  });
  if (!applied.ok) throw new Error(applied.reason.message);
  return applied.value;
}

function realise(state: ProjectState, { type, article, pick, other, seed }: Attempt): Change {
  const articles = [...state.articles.values()];
  const known = articles[pick % Math.max(1, articles.length)];
  if (known === undefined) return { type: 'article.add', article };
  const here: Article = { record: known.record, body: known.body };
  const [fresh] = fc.sample(spanArbitrary(known.body.text, known.record.id), { seed, numRuns: 1 });
  if (fresh === undefined) throw new Error('fast-check samples as many as it is asked for');
  const spans = known.spans.ordered;
  const span = spans[other % Math.max(1, spans.length)] ?? fresh;
  const relations = [...known.relations.values()];
  const made = relationOf(span.id, spans[pick % Math.max(1, spans.length)]?.id ?? 'nobody', {
    id: `r${other % 6}`,
    articleId: known.record.id,
  });
  const relation = relations[other % Math.max(1, relations.length)] ?? made;
  switch (type) {
    case 'project.update':
      return { type, before: state.project, after: { ...state.project, name: `Project ${other % 9}` } };
    case 'entity.add':
      return { type, entity: entityOf(pick), at: Math.min(other % 4, state.project.entities.length) };
    case 'entity.update': {
      const { entities } = state.project;
      // One that is there is told as it is: an operation can only take back what it knows to have been.
      const sought = entityOf(pick);
      const before = entities[pick % 4] ?? entities.find(({ id }) => id === sought.id) ?? sought;
      return { type, before, after: { ...before, name: `Name ${other % 9}` } };
    }
    case 'entity.remove': {
      const at = pick % Math.max(1, state.project.entities.length);
      return { type, entity: state.project.entities[at] ?? entityOf(other), at };
    }
    case 'article.add':
      return { type, article };
    case 'article.remove':
      return { type, article: here };
    case 'article.update':
      return { type, before: here.record, after: { ...here.record, title: `Title ${other % 9}` } };
    case 'article.replace':
      return {
        type,
        before: here,
        after: { ...article, record: { ...article.record, id: here.record.id } },
      };
    case 'span.add':
      return { type, span: fresh };
    case 'span.update':
      return { type, before: span, after: { ...fresh, id: span.id } };
    case 'span.remove':
      return { type, span };
    case 'relation.add':
      return { type, relation: made };
    case 'relation.update':
      return { type, before: relation, after: { ...made, id: relation.id } };
    case 'relation.remove':
      return { type, relation };
  }
}
