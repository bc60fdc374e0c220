import type { ArticleRecord } from '../../model/article.ts';
import type { Identifier } from '../../model/identifier.ts';
import { type Change, operationOf } from '../operation.ts';
import { done, type GestureResult, refused } from './gesture.ts';

/** An article and its place in the list: of the places only their order counts. */
export interface PlacedArticle {
  readonly record: ArticleRecord;
  readonly order: number;
}

/** Two places closer than this leave no room between them: their neighbours make some. Far above what a double can tell apart. */
const leastGap = 2 ** -20;

/**
 * Moves an article to another place in the list. Usually only its own place changes; where its new neighbours stand too close to each other,
 * as many articles around them as it takes are set apart in the same operation.
 * @param listed all articles in the order of the list, those in the trash too
 * @param before the article that it then stands in front of; null for the end
 */
export function moveArticle(
  listed: readonly PlacedArticle[],
  id: Identifier,
  before: Identifier | null,
): GestureResult {
  const from = listed.findIndex(({ record }) => record.id === id);
  const moved = listed[from];
  const rest = listed.filter(({ record }) => record.id !== id);
  const at = before === null ? rest.length : rest.findIndex(({ record }) => record.id === before);
  if (moved === undefined || (at === -1 && before !== id)) return refused('missing', 'The article is gone.');
  if (before === id || at === from) return refused('unchanged', 'It stands there already.');
  const changes = placed(rest, at, moved).flatMap(({ article, place }) => placing(article, place));
  return done(operationOf(changes), 'move article in list', null);
}

/**
 * What gives an article this place. One that never had a place of its own gets the one that it has first, so that taking the changes back in
 * their turn leads to where it was.
 */
export function placing({ record, order }: PlacedArticle, place: number): Change[] {
  const pinned: ArticleRecord = { ...record, position: order };
  return [
    ...(record.position === null ? [update(record, pinned)] : []),
    ...(order === place ? [] : [update(pinned, { ...record, position: place })]),
  ];
}

interface Placement {
  readonly article: PlacedArticle;
  readonly place: number;
}

/** The places of `moved`, put at `at` of `rest`, and of those that must make room: a stretch that widens until it holds all of them. */
function placed(rest: readonly PlacedArticle[], at: number, moved: PlacedArticle): Placement[] {
  let from = at;
  let to = at;
  for (let width = 1; ; width *= 2) {
    const stretch = [...rest.slice(from, at), moved, ...rest.slice(at, to)];
    const places = spread(rest[from - 1]?.order, rest[to]?.order, stretch.length);
    if (places !== undefined) {
      return stretch.flatMap((article, i) => {
        const place = places[i] ?? article.order;
        return place === article.order && article !== moved ? [] : [{ article, place }];
      });
    }
    from = Math.max(0, from - width);
    to = Math.min(rest.length, to + width);
  }
}

/** So many places between two, evenly; undefined when they would stand too close. A side without a neighbour has room for all. */
function spread(low: number | undefined, high: number | undefined, count: number): number[] | undefined {
  const numbers = Array.from({ length: count }, (_, i) => i);
  if (high === undefined) return numbers.map((i) => Math.floor(low ?? 0) + 1 + i);
  if (low === undefined) return numbers.map((i) => Math.ceil(high) - count + i);
  const step = (high - low) / (count + 1);
  return step < leastGap ? undefined : numbers.map((i) => low + step * (i + 1));
}

function update(before: ArticleRecord, after: ArticleRecord): Change {
  return { type: 'article.update', before, after };
}
