import { count } from '../text/number-words.ts';
import type { Dataset, DatasetArticle, DatasetHead } from './dataset-schema.ts';
import type { Holdings } from './holdings.ts';
import { reduceArticle, reduceHead } from './reduce-dataset.ts';
import { jsonContent } from './same-content.ts';

/**
 * What an article says as far as a format holds it, a line a part, in an order of its own: equal for two articles that say the same. Ids count
 * only where the format holds them; relations are told by what they link.
 */
export function articleContent(article: DatasetArticle, holds: Holdings): readonly string[] {
  const { id, text, spans = [], relations = [], ...facts } = reduceArticle(article, holds);
  const place = holds.exactText ? (offset: number) => offset : withoutWhiteSpace(text);
  const contentOf = new Map(
    spans.map((span) => {
      const { id: spanId, start, end, fragments = [{ start, end }], text: quote, ...rest } = span;
      const content = {
        ...rest,
        ...(holds.ids && { id: spanId }),
        fragments: fragments.map((fragment) => [place(fragment.start), place(fragment.end)]),
        quote: holds.exactText ? quote : squeezed(quote),
      };
      return [spanId, jsonContent(content)];
    }),
  );
  const links = relations.map(({ id: relationId, from, to, ...rest }) =>
    jsonContent({
      ...rest,
      ...(holds.ids && { id: relationId }),
      from: contentOf.get(from) ?? '',
      to: contentOf.get(to) ?? '',
    }),
  );
  return [
    `text ${holds.exactText ? text : squeezed(text)}`,
    `article ${jsonContent({ ...facts, ...(holds.ids && { id }) })}`,
    ...[...contentOf.values()].map((content) => `span ${content}`).sort(),
    ...links.map((content) => `relation ${content}`).sort(),
  ];
}

/** The same of what stands before the articles; an inventory, which grows by what articles use, is compared by `lackOf`. */
export function headContent(head: DatasetHead, holds: Holdings): string {
  const { project, annotators = [], entities = [], tagSet } = reduceHead(head, holds);
  const { tags = [], relationTypes = [] } = tagSet ?? {};
  return jsonContent({ project, annotators, entities, ...(holds.tagSet && { tags, relationTypes }) });
}

/** The first tag or relation type of an inventory that another lacks or has with other ends. */
function lackOf(expected: DatasetHead, found: DatasetHead): string | undefined {
  const tags = new Set(found.tagSet?.tags.map(({ id }) => id));
  const types = new Map(found.tagSet?.relationTypes?.map((type) => [type.id, type]));
  const isSame = (wanted: readonly string[] | undefined, ids: readonly string[] | undefined) =>
    wanted === undefined || jsonContent([...wanted].sort()) === jsonContent([...(ids ?? [])].sort());
  const tag = expected.tagSet?.tags.find(({ id }) => !tags.has(id));
  if (tag !== undefined) return `the tag “${tag.id}” is gone`;
  const type = expected.tagSet?.relationTypes?.find(({ id, from, to }) => {
    const same = types.get(id);
    return same === undefined || !isSame(from, same.from) || !isSame(to, same.to);
  });
  return type && `the relation type “${type.id}” is gone or links other tags`;
}

/** The first part in which the two differ as far as the format holds it, as a clause; undefined when they say the same. */
export function contentDifference(expected: Dataset, found: Dataset, holds: Holdings): string | undefined {
  if (expected.articles.length !== found.articles.length) {
    return `it has ${count(found.articles.length, 'article')} instead of ${expected.articles.length}`;
  }
  if (headContent(expected, holds) !== headContent(found, holds)) return 'its tag set or cast differs';
  const lack = holds.inventory && !holds.tagSet ? lackOf(expected, found) : undefined;
  if (lack !== undefined) return lack;
  for (const [i, article] of expected.articles.entries()) {
    const other = found.articles[i];
    if (other === undefined) throw new Error('both have as many articles');
    const difference = firstDifference(articleContent(article, holds), articleContent(other, holds));
    if (difference !== undefined) return `in article ${i + 1}, ${difference}`;
  }
  return undefined;
}

function firstDifference(expected: readonly string[], found: readonly string[]): string | undefined {
  const wanted = expected.find((part, i) => part !== found[i]);
  if (wanted === undefined && expected.length === found.length) return undefined;
  const other = wanted === undefined ? found.at(-1) : found[expected.indexOf(wanted)];
  return `${excerpt(wanted)} became ${excerpt(other)}`;
}

function excerpt(part: string | undefined): string {
  if (part === undefined) return 'nothing';
  return part.length > 300 ? `${part.slice(0, 300)}…` : part;
}

function squeezed(text: string): string {
  return text.replace(/\s+/gu, '');
}

/** Code point offsets of a text → those of the text without its white space. */
function withoutWhiteSpace(text: string): (offset: number) => number {
  const before: number[] = [0];
  let count = 0;
  for (const character of text) {
    if (!/\s/u.test(character)) count++;
    before.push(count);
  }
  return (offset) => before[offset] ?? count;
}
