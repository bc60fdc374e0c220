import type { Dataset, DatasetArticle, DatasetSpan } from '../formats/dataset-schema.ts';
import { type Agreement, agreement, measures, summed } from './evaluation.ts';

/** How well the spans of a tag agree, or the relations of a type, by both ends. */
export interface Score {
  readonly name: string;
  readonly exact: ReturnType<typeof measures>;
  readonly overlap: ReturnType<typeof measures>;
  readonly proposed: number;
  readonly gold: number;
}

/** Compares what was proposed with what others annotated, in the articles that stand in both. */
export function datasetScores(
  predicted: Dataset,
  gold: Dataset,
): { readonly articles: number; readonly tags: Score[]; readonly relations: Score[] } {
  const pairs = gold.articles.flatMap((article): [DatasetArticle, DatasetArticle][] => {
    const other =
      predicted.articles.find(({ id, text }) => id === article.id && text === article.text) ??
      predicted.articles.find(({ text }) => text === article.text);
    return other === undefined ? [] : [[other, article]];
  });
  const tags = distinct(pairs.flatMap(([, article]) => (article.spans ?? []).map(({ tag }) => tag)));
  const types = distinct(pairs.flatMap(([, article]) => (article.relations ?? []).map(({ type }) => type)));
  return {
    articles: pairs.length,
    tags: tags.map((tag) =>
      scored(tag, pairs, ({ spans = [] }) => spans.filter((span) => span.tag === tag).map(fragmentsOf)),
    ),
    relations: types.map((type) => linked(type, pairs)),
  };
}

type Pairs = readonly (readonly [DatasetArticle, DatasetArticle])[];
type Stretches = readonly { readonly start: number; readonly end: number }[];

function scored(name: string, pairs: Pairs, of: (article: DatasetArticle) => readonly Stretches[]): Score {
  const meeting = (kind: 'exact' | 'overlap') =>
    summed(pairs.map(([predicted, gold]) => agreement(of(predicted), of(gold), kind)));
  return score(name, meeting('exact'), meeting('overlap'));
}

/** A relation is right when both of its ends are. */
function linked(type: string, pairs: Pairs): Score {
  const meeting = (kind: 'exact' | 'overlap') =>
    summed(
      pairs.map(([predicted, gold]) => {
        const [a, b] = [ends(predicted, type), ends(gold, type)];
        const meet = (one: Ends, other: Ends) =>
          agreement([one.from], [other.from], kind).right === 1 &&
          agreement([one.to], [other.to], kind).right === 1;
        return {
          proposed: a.length,
          gold: b.length,
          right: a.filter((one) => b.some((other) => meet(one, other))).length,
          found: b.filter((one) => a.some((other) => meet(other, one))).length,
        };
      }),
    );
  return score(type, meeting('exact'), meeting('overlap'));
}

interface Ends {
  readonly from: Stretches;
  readonly to: Stretches;
}

function ends({ spans = [], relations = [] }: DatasetArticle, type: string): Ends[] {
  const byId = new Map(spans.map((span) => [span.id, span]));
  return relations
    .filter((relation) => relation.type === type)
    .flatMap(({ from, to }) => {
      const [a, b] = [byId.get(from), byId.get(to)];
      return a === undefined || b === undefined ? [] : [{ from: fragmentsOf(a), to: fragmentsOf(b) }];
    });
}

function score(name: string, exact: Agreement, overlap: Agreement): Score {
  return {
    name,
    exact: measures(exact),
    overlap: measures(overlap),
    proposed: exact.proposed,
    gold: exact.gold,
  };
}

function fragmentsOf({ start, end, fragments }: DatasetSpan): Stretches {
  return fragments ?? [{ start, end }];
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}
