import type { DatasetFault, UnknownKey } from './dataset-reading.ts';
import type { DatasetArticle, DatasetHead } from './dataset-schema.ts';

/** An article as far as it is sound, and what is wrong with the rest of it; no article where none of it can come in. */
export interface StreamedArticle {
  readonly article: DatasetArticle | undefined;
  readonly faults: readonly DatasetFault[];
}

/**
 * A dataset that is read while it is used: a `DatasetReading` of which no more than one article need be in memory. Ids of articles are distinct, those of
 * spans and relations within the first twelve million of each.
 */
export interface DatasetStream {
  readonly head: DatasetHead;
  /** What is wrong with the head. */
  readonly faults: readonly DatasetFault[];
  /** In the order of the file, to be gone through once. Whoever leaves early ends the reading. Throws what the source of the bytes throws. */
  readonly articles: AsyncIterable<StreamedArticle>;
  /** The keys that were left out of the head and of the articles read so far. */
  unknownKeys(): readonly UnknownKey[];
}
