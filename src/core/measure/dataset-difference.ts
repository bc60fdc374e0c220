import type { Dataset, DatasetArticle, DatasetRelation, DatasetSpan } from '../formats/dataset-schema.ts';
import { jsonContent } from '../formats/same-content.ts';

/** What stands in the second of two datasets and not in the first, and the other way round. */
export interface DatasetDifference {
  readonly added: readonly DatasetArticle[];
  readonly removed: readonly DatasetArticle[];
  /** Articles that stand in both, where anything differs. */
  readonly changed: readonly ArticleDifference[];
}

export interface ArticleDifference {
  readonly before: DatasetArticle;
  readonly after: DatasetArticle;
  readonly textChanged: boolean;
  readonly spans: PartDifference<DatasetSpan>;
  readonly relations: PartDifference<DatasetRelation>;
}

export interface PartDifference<Part> {
  readonly added: readonly Part[];
  readonly removed: readonly Part[];
  readonly changed: readonly {
    readonly before: Part;
    readonly after: Part;
    readonly keys: readonly string[];
  }[];
}

/** Times and origins tell how something was made, not what it says. */
const passedOver = new Set(['createdAt', 'updatedAt', 'origin', 'id']);

/**
 * Compares two datasets. Articles are the same by their id, else by their text, else by their title; spans by their id, else by tag and place;
 * relations by type and ends.
 */
export function datasetDifference(before: Dataset, after: Dataset): DatasetDifference {
  const pairs = paired(before.articles, after.articles, [
    ({ id }) => id,
    ({ text }) => text,
    ({ title }) => (title ? title : undefined),
  ]);
  return {
    added: pairs.added,
    removed: pairs.removed,
    changed: pairs.both.flatMap(([a, b]) => {
      const difference = articleDifference(a, b);
      return isEmpty(difference) ? [] : [difference];
    }),
  };
}

function articleDifference(before: DatasetArticle, after: DatasetArticle): ArticleDifference {
  const spans = paired(before.spans ?? [], after.spans ?? [], [({ id }) => id, spanPlace]);
  const idBefore = new Map(spans.both.map(([a, b]) => [b.id, a.id]));
  const ends = (of: DatasetRelation) =>
    JSON.stringify([of.type, idBefore.get(of.from) ?? of.from, idBefore.get(of.to) ?? of.to]);
  const relations = paired(
    before.relations ?? [],
    (after.relations ?? []).map((relation) => ({
      ...relation,
      from: idBefore.get(relation.from) ?? relation.from,
      to: idBefore.get(relation.to) ?? relation.to,
    })),
    [ends],
  );
  return {
    before,
    after,
    textChanged: before.text !== after.text,
    spans: { added: spans.added, removed: spans.removed, changed: changes(spans.both) },
    relations: { added: relations.added, removed: relations.removed, changed: changes(relations.both) },
  };
}

function isEmpty({ textChanged, spans, relations }: ArticleDifference): boolean {
  const parts = [spans, relations];
  return (
    !textChanged && parts.every((part) => part.added.length + part.removed.length + part.changed.length === 0)
  );
}

function spanPlace({ tag, start, end, fragments = [{ start, end }] }: DatasetSpan): string {
  return JSON.stringify([tag, fragments.map((fragment) => [fragment.start, fragment.end])]);
}

function changes<Part extends object>(both: readonly (readonly [Part, Part])[]) {
  return both.flatMap(([before, after]) => {
    const a = new Map(Object.entries(before));
    const b = new Map(Object.entries(after));
    const keys = [...new Set([...a.keys(), ...b.keys()])].filter(
      (key) => !passedOver.has(key) && jsonContent(a.get(key) ?? null) !== jsonContent(b.get(key) ?? null),
    );
    return keys.length === 0 ? [] : [{ before, after, keys }];
  });
}

/** Pairs the items of two lists by the first of the keys that both have; each item is in one pair at most. */
function paired<Item>(
  before: readonly Item[],
  after: readonly Item[],
  keys: readonly ((item: Item) => string | undefined)[],
) {
  const partner = new Map<Item, Item>();
  const taken = new Set<Item>();
  for (const keyOf of keys) {
    const waiting = new Map<string, Item[]>();
    for (const item of after) {
      const key = taken.has(item) ? undefined : keyOf(item);
      if (key === undefined) continue;
      const others = waiting.get(key);
      if (others === undefined) waiting.set(key, [item]);
      else others.push(item);
    }
    for (const item of before) {
      const key = partner.has(item) ? undefined : keyOf(item);
      const found = key === undefined ? undefined : waiting.get(key)?.shift();
      if (found === undefined) continue;
      partner.set(item, found);
      taken.add(found);
    }
  }
  return {
    both: [...partner],
    removed: before.filter((item) => !partner.has(item)),
    added: after.filter((item) => !taken.has(item)),
  };
}
