import type { Identifier } from '../model/identifier.ts';
import { defaultTagSet, tagById } from '../model/tag-set.ts';
import type { DatasetFault, DatasetReading } from './dataset-reading.ts';
import {
  type DatasetArticle,
  type DatasetEntity,
  type DatasetHead,
  type DatasetRelationType,
  type DatasetTag,
  datasetFormat,
  datasetVersion,
} from './dataset-schema.ts';
import { newReadingContext, readDatasetArticle } from './read-dataset-article.ts';
import { UnknownKeys } from './unknown-keys.ts';

/** The lines of a file on which an article and its items stand, from 1, where they are known. */
export interface DraftLines {
  readonly article?: number;
  /** In the order of the article's spans. */
  readonly spans?: readonly (number | undefined)[];
  readonly relations?: readonly (number | undefined)[];
}

/**
 * What a reader of another program’s format makes of a file, piece by piece. Every article goes through the checks that the native dataset goes
 * through: a span must read what it says it reads, a relation must find its ends, ids are made distinct.
 */
export class DatasetDraft {
  readonly #tags = new Map<Identifier, DatasetTag>();
  readonly #relationTypes = new Map<Identifier, DatasetRelationType>();
  readonly #entities = new Map<Identifier, DatasetEntity>();
  readonly #annotators = new Map<Identifier, { id: Identifier; name: string }>();
  #project: DatasetHead['project'];
  #statesTagSet = false;
  readonly #articles: DatasetArticle[] = [];
  readonly #faults: DatasetFault[] = [];
  #predictions = 0;
  readonly #unknown = new UnknownKeys();
  readonly #context = newReadingContext(this.#unknown);

  /** Names the project that it all comes from; the first counts. */
  project(project: NonNullable<DatasetHead['project']>): void {
    this.#project ??= project;
  }

  /** Says that the file states its tag set: tags that it uses and does not define stay undefined, as they were. */
  statesTagSet(): void {
    this.#statesTagSet = true;
  }

  /** Defines a tag; of two with the same id the first counts. */
  tag(tag: DatasetTag): void {
    if (!this.#tags.has(tag.id)) this.#tags.set(tag.id, tag);
  }

  relationType(type: DatasetRelationType): void {
    if (!this.#relationTypes.has(type.id)) this.#relationTypes.set(type.id, type);
  }

  entity(entity: DatasetEntity): void {
    if (!this.#entities.has(entity.id)) this.#entities.set(entity.id, entity);
  }

  annotator(id: Identifier, name: string = id): void {
    if (!this.#annotators.has(id)) this.#annotators.set(id, { id, name });
  }

  /**
   * Adds an article with offsets in code points of its text. What does not fit is left out and reported; an id that was there is changed.
   * @param lines where the article and its items stand in the file
   */
  article(article: DatasetArticle, lines: DraftLines = {}): void {
    const id = this.#freeId(article.id);
    const { article: sound, faults } = readDatasetArticle(
      { ...article, id },
      this.#articles.length,
      this.#context,
    );
    if (sound !== undefined) this.#articles.push(sound);
    for (const { list, index = 0, ...fault } of faults) {
      const line = list === undefined ? lines.article : (lines[list]?.[index] ?? lines.article);
      // Ids that a reader made up itself are nobody's to be told about.
      if (fault.effect === 'mended' && fault.item !== 'article' && fault.item !== 'blocks') continue;
      this.#faults.push(line === undefined ? fault : { ...fault, line });
    }
  }

  /** Reports something of the file that does not come in. */
  fault(fault: DatasetFault): void {
    this.#faults.push(fault);
  }

  /** Counts something that has no place here, by a path as in `annotations.result.meta`. */
  unknown(path: string): void {
    this.#unknown.count(path);
  }

  /** Counts stretches that this program once proposed, and that nobody decided about: they do not come in as annotations. */
  leftOutPredictions(count: number): void {
    this.#predictions += count;
  }

  reading(): DatasetReading {
    // Without a tag set of its own, a file says by its labels what there is to tag.
    for (const { spans = [] } of this.#statesTagSet ? [] : this.#articles) {
      for (const { tag } of spans) this.tag(tagById(defaultTagSet, tag) ?? { id: tag, name: tag });
    }
    return {
      dataset: {
        format: datasetFormat,
        version: datasetVersion,
        offsetUnit: 'codePoint',
        ...(this.#project && { project: this.#project }),
        annotators: [...this.#annotators.values()],
        entities: [...this.#entities.values()],
        tagSet: { tags: [...this.#tags.values()], relationTypes: [...this.#relationTypes.values()] },
        articles: this.#articles,
      },
      faults: this.#faults,
      unknownKeys: this.#unknown.counted(),
      ...(this.#predictions > 0 && { predictions: this.#predictions }),
    };
  }

  #freeId(id: Identifier): Identifier {
    let free = id;
    for (let i = 2; this.#context.articleIds.has(free); i++) free = `${id}/${i}`;
    return free;
  }
}
