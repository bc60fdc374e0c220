import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entity } from '../../../../src/core/model/entity.ts';
import { entityOf } from '../../../../src/core/model/known-attributes.ts';
import type { Span } from '../../../../src/core/model/span.ts';
import { SpanIndex } from '../../../../src/core/model/span-index.ts';
import { apply } from '../../../../src/core/operations/apply.ts';
import { assignEntity, unassignEntity } from '../../../../src/core/operations/gestures/assign-entity.ts';
import { addEntity, removeEntity, unknownBut } from '../../../../src/core/operations/gestures/change-cast.ts';
import type { GestureResult } from '../../../../src/core/operations/gestures/gesture.ts';
import { mergeEntities, splitEntity } from '../../../../src/core/operations/gestures/merge-entities.ts';
import { invert } from '../../../../src/core/operations/invert.ts';
import { changesOf } from '../../../../src/core/operations/operation.ts';
import { type ProjectState, untaggedArticle } from '../../../../src/core/operations/project-state.ts';
import { someProject } from '../../arbitraries/operation-sequence.ts';
import { contentOf } from '../../arbitraries/project-content.ts';
import { articleOf, author, spanIn } from './builders.ts';
import { personOf } from './cast-builders.ts';

const ilse = personOf('Ilse Tarrant', ['Tarrant'], { role: 'minister', note: 'Old note' });
const minister = personOf('the minister', ['Madame Toll', 'tarrant'], { anonymous: true, note: 'New note' });

describe('mergeEntities', () => {
  it('joins names, fills what is missing, and points the spans to the one that stays', () => {
    const span = {
      ...spanIn(articleOf('She left.', ['s', 'speaker', 'She']), 's'),
      attributes: { entity: minister.id },
    };
    const result = mergeEntities([minister, ilse], minister, ilse, [span], author(), 's');
    if (!result.ok) throw new Error(result.reason.message);
    expect(result.value.label).toBe('merge the minister into Ilse Tarrant');
    expect(changesOf(result.value.operation)).toMatchObject([
      {
        type: 'entity.update',
        after: {
          id: ilse.id,
          aliases: ['Tarrant', 'the minister', 'Madame Toll'],
          role: 'minister',
          note: 'Old note\n\nNew note',
          anonymous: false,
        },
      },
      { type: 'span.update', after: { attributes: { entity: ilse.id } } },
      { type: 'entity.remove', entity: minister, at: 0 },
    ]);
  });

  it('refuses what cannot be merged', () => {
    expect(mergeEntities([ilse], ilse, ilse, [], author(), null)).toMatchObject({
      reason: { code: 'not-allowed' },
    });
    expect(mergeEntities([ilse], minister, ilse, [], author(), null)).toMatchObject({
      reason: { code: 'missing' },
    });
  });
});

describe('splitEntity', () => {
  it('wants mentions and a name', () => {
    const span = spanIn(articleOf('She left.', ['s', 'speaker', 'She']), 's');
    expect(splitEntity([ilse], [], unknownBut('Paul', 'person'), author(), null)).toMatchObject({
      ok: false,
    });
    expect(splitEntity([ilse], [span], unknownBut(' ', 'person'), author(), null)).toMatchObject({
      ok: false,
    });
    expect(splitEntity([ilse], [span], unknownBut('Paul', 'person'), author(), null)).toMatchObject({
      value: {
        label: 'split off Paul',
        operation: { changes: [{ type: 'entity.add' }, { type: 'span.update' }] },
      },
    });
  });
});

const text = 'Ilse Tarrant left. He said the Ministry knew. Lee agreed with them.';

/** Two articles with four speakers each. */
function start(): ProjectState {
  const articles = ['one', 'two'].map((id) => {
    const made = articleOf(
      text,
      [`${id}-1`, 'speaker', 'Ilse Tarrant'],
      [`${id}-2`, 'speaker', 'He'],
      [`${id}-3`, 'speaker', 'the Ministry'],
      [`${id}-4`, 'speaker', 'Lee'],
    );
    const spans = made.spans.ordered.map((span) => ({ ...span, articleId: id }));
    const bare = untaggedArticle({ ...made.record, id }, made.body);
    return [id, { ...bare, spans: SpanIndex.of(spans) }] as const;
  });
  return { project: someProject, articles: new Map(articles) };
}

function spansIn(state: ProjectState): Span[] {
  return [...state.articles.values()].flatMap(({ spans }) => spans.ordered);
}

const step = fc.record({
  kind: fc.constantFrom('add', 'remove', 'assign', 'unassign', 'merge', 'split'),
  a: fc.nat(7),
  b: fc.nat(7),
  spans: fc.subarray([0, 1, 2, 3, 4, 5, 6, 7]),
});

/** What a step comes to in a state, and what must hold of the cast's spans afterwards. */
function make(
  state: ProjectState,
  { kind, a, b, spans: picks }: typeof step extends fc.Arbitrary<infer T> ? T : never,
  number: number,
) {
  const cast = state.project.entities;
  const by = { ...author(), newId: () => `entity-${number}` };
  const pick = (n: number): Entity => cast[n % Math.max(1, cast.length)] ?? personOf('Nobody');
  const chosen = spansIn(state).filter((_span, i) => picks.includes(i));
  const of = (entity: Entity) => spansIn(state).filter((span) => entityOf(span) === entity.id);
  const results: Record<typeof kind, () => GestureResult> = {
    add: () => addEntity(cast, unknownBut(`Somebody ${number}`, 'person'), by, null),
    remove: () => removeEntity(cast, pick(a), of(pick(a)), by, null),
    assign: () => assignEntity({ spans: chosen, entity: pick(a), cast }, by, null),
    unassign: () => unassignEntity(chosen, by, null),
    merge: () => mergeEntities(cast, pick(a), pick(b), of(pick(a)), by, null),
    split: () => splitEntity(cast, chosen, unknownBut(`Split ${number}`, 'person'), by, null),
  };
  return results[kind]();
}

it('whatever is done to a cast, every span stands for a member, no name is lost in a merge, and undo is exact', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      let state = start();
      steps.forEach((one, number) => {
        const result = make(state, one, number);
        if (!result.ok) return;
        const applied = apply(state, result.value.operation);
        if (!applied.ok) throw new Error(applied.reason.message);
        const next = applied.value;
        const ids = new Set(next.project.entities.map(({ id }) => id));
        const pointers = spansIn(next).flatMap((span) => entityOf(span) ?? []);
        expect(pointers.filter((id) => !ids.has(id))).toEqual([]);
        expect(ids.size).toBe(next.project.entities.length);
        if (one.kind === 'merge') {
          const names = (all: readonly Entity[]) =>
            new Set(all.flatMap(({ name, aliases }) => [name, ...aliases]));
          expect([...names(next.project.entities)].sort()).toEqual([...names(state.project.entities)].sort());
          const count = (of: ProjectState) =>
            spansIn(of).filter((span) => entityOf(span) !== undefined).length;
          expect(count(next)).toBe(count(state));
        }
        const back = apply(next, invert(result.value.operation));
        if (!back.ok) throw new Error(back.reason.message);
        expect(contentOf(back.value)).toEqual(contentOf(state));
        state = next;
      });
    }),
  );
});
