import type { Dataset, DatasetArticle } from '../formats/dataset-schema.ts';
import { annotatedArticle } from '../formats/from-dataset.ts';
import type { Timestamp } from '../model/identifier.ts';
import { isSpeakerless } from '../model/known-attributes.ts';
import { AttributionTally } from './attribution-tally.ts';
import { attributionsOf } from './attributions.ts';

/** What a dataset comes to. */
export interface DatasetStatistics {
  readonly articles: number;
  readonly words: number;
  /** UTF-16 units. */
  readonly characters: number;
  readonly spans: number;
  readonly discontinuous: number;
  readonly flagged: number;
  readonly relations: number;
  /** Tag id → spans, the most first. */
  readonly tags: Readonly<Record<string, number>>;
  /** Relation type id → relations, the most first. */
  readonly relationTypes: Readonly<Record<string, number>>;
  readonly claims: {
    readonly total: number;
    readonly attributed: number;
    readonly speakerless: number;
    readonly unattributed: number;
  };
  readonly annotators: readonly string[];
  readonly entities: number;
}

/** Counts a dataset; claims are what relations `says` may lead to, or the tag `claim`. */
export function datasetStatistics(dataset: Dataset, now: Timestamp): DatasetStatistics {
  const types = dataset.tagSet?.relationTypes ?? [];
  const claimTags = new Set(types.find(({ id }) => id === 'says')?.to ?? ['claim']);
  const tags = new Map<string, number>();
  const relationTypes = new Map<string, number>();
  const annotators = new Set<string>();
  const tally = new AttributionTally();
  const sums = { words: 0, characters: 0, spans: 0, discontinuous: 0, flagged: 0, relations: 0 };
  for (const article of dataset.articles) countArticle(article);
  const { claims: total, attributed, speakerless, unattributed } = tally.result();
  return {
    articles: dataset.articles.length,
    ...sums,
    tags: mostFirst(tags),
    relationTypes: mostFirst(relationTypes),
    claims: { total, attributed, speakerless, unattributed },
    annotators: [...annotators].sort(),
    entities: dataset.entities?.length ?? 0,
  };

  function countArticle(article: DatasetArticle): void {
    const { record, spans, relations } = annotatedArticle(article, now);
    sums.words += record.wordCount;
    sums.characters += record.textLength;
    sums.spans += spans.length;
    sums.relations += relations.length;
    for (const { tag, fragments, flagged, annotator } of spans) {
      tags.set(tag, (tags.get(tag) ?? 0) + 1);
      if (fragments.length > 1) sums.discontinuous++;
      if (flagged) sums.flagged++;
      annotators.add(annotator);
    }
    for (const { type, annotator } of relations) {
      relationTypes.set(type, (relationTypes.get(type) ?? 0) + 1);
      annotators.add(annotator);
    }
    const claims = spans.filter(({ tag }) => claimTags.has(tag));
    tally.add(
      attributionsOf(
        claims.map(({ id }) => id),
        new Set(claims.filter(isSpeakerless).map(({ id }) => id)),
        new Map(spans.map((span) => [span.id, span])),
        relations,
      ),
    );
  }
}

function mostFirst(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}
