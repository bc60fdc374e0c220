import type { Identifier } from '../model/identifier.ts';
import type { Dataset } from './dataset-schema.ts';

/** Something in a dataset that is not as it should be. `refused`: the item was left out. `mended`: it came in, changed as the reason says. */
export interface DatasetFault {
  readonly effect: 'refused' | 'mended';
  readonly item:
    | 'project'
    | 'annotator'
    | 'entity'
    | 'tag'
    | 'relation type'
    | 'article'
    | 'blocks'
    | 'span'
    | 'relation';
  /** The id where there is one, else the place in its list, as `#3`. */
  readonly id: string;
  /** Of the article that the item stands in. */
  readonly article?: Identifier;
  /** Line of the file, from 1, where it is known. */
  readonly line?: number;
  /** Name of the file, where it is another than the one that was to be read. */
  readonly file?: string;
  /** A clause without a full stop. */
  readonly reason: string;
}

/** A key that Ascribe does not know and left out, and how often it stood there. */
export interface UnknownKey {
  /** As in `articles.spans.confidence`. */
  readonly path: string;
  readonly count: number;
}

/** What came of reading a dataset: all items that are sound, and what is to be said of the others. */
export interface DatasetReading {
  /** Id of the format that read it; of several files, that of the first. Left out by the format itself. */
  readonly format?: string;
  readonly dataset: Dataset;
  readonly faults: readonly DatasetFault[];
  readonly unknownKeys: readonly UnknownKey[];
  /** Stretches that this program once proposed and nobody decided about, which stay out; left out where there are none. */
  readonly predictions?: number;
}

/** The fault as one line: `article "a1", span "s2": its text differs…`. */
export function faultLine({ item, id, article, reason, effect }: DatasetFault): string {
  const place = article === undefined || item === 'article' ? '' : `article "${article}", `;
  return `${place}${item} "${id}": ${reason}${effect === 'refused' ? ' (left out)' : ''}`;
}
