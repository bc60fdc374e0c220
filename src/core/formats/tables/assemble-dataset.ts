import type { DatasetFault, DatasetReading } from '../dataset-reading.ts';
import { type DatasetArticle, datasetFormat, datasetVersion } from '../dataset-schema.ts';
import type { DatasetReadingOptions } from '../format.ts';
import { nameOf } from '../json-item.ts';
import {
  type ArticleFault,
  newReadingContext,
  type ReadingContext,
  readDatasetArticle,
} from '../read-dataset-article.ts';
import { readDatasetHead } from '../read-dataset-head.ts';
import type { UnknownKeys } from '../unknown-keys.ts';
import type { TableRecord, TableRecords } from './table-records.ts';

/** Articles between two words on progress. */
const progressEvery = 20;

/** The tables of a dataset, each of which may be missing. */
export type TablesByName = ReadonlyMap<string, TableRecords>;

/**
 * The dataset that tables make together: each article with the spans and relations that name it. All go through the checks that the native dataset goes
 * through.
 * @param main name of the file that was to be read
 * @param head what stands before the articles, where no tables say it
 */
export function assembleDataset(
  tables: TablesByName,
  main: string,
  unknownKeys: UnknownKeys,
  options?: DatasetReadingOptions,
  head: Readonly<Record<string, unknown>> = headMembers(tables),
): DatasetReading {
  const read = readDatasetHead(
    main,
    { ...head, format: datasetFormat, version: datasetVersion, offsetUnit: 'codePoint' },
    unknownKeys,
  );
  if (!read.ok) throw new Error('the members that a head is told by are given');
  const assembly = new Assembly(tables, main, newReadingContext(unknownKeys));
  const articles = assembly.articles(options?.progress);
  return {
    dataset: { ...read.value.head, articles },
    faults: [...read.value.faults, ...assembly.faults],
    unknownKeys: unknownKeys.counted(),
  };
}

function headMembers(tables: TablesByName): Record<string, unknown> {
  const records = (name: string) => tables.get(name)?.records.map(({ record }) => record);
  return {
    project: records('project')?.[0],
    annotators: records('annotators'),
    entities: records('entities'),
    tagSet: { tags: records('tags'), relationTypes: records('relation_types') },
  };
}

class Assembly {
  readonly faults: DatasetFault[] = [];
  readonly #tables: TablesByName;
  readonly #main: string;
  readonly #context: ReadingContext;

  constructor(tables: TablesByName, main: string, context: ReadingContext) {
    this.#tables = tables;
    this.#main = main;
    this.#context = context;
  }

  articles(progress: DatasetReadingOptions['progress']): DatasetArticle[] {
    const spans = byArticle(this.#tables.get('spans'));
    const relations = byArticle(this.#tables.get('relations'));
    const table = this.#tables.get('articles');
    const articles: DatasetArticle[] = [];
    for (const [i, { record, line }] of (table?.records ?? []).entries()) {
      if (i % progressEvery === 0) progress?.(i, table?.records.length ?? 0);
      const own = { spans: taken(spans, record.id), relations: taken(relations, record.id) };
      const value = {
        ...record,
        spans: own.spans.map((item) => item.record),
        relations: own.relations.map((item) => item.record),
      };
      const { article, faults } = readDatasetArticle(value, i, this.#context);
      if (article !== undefined) articles.push(article);
      for (const fault of faults) this.faults.push(this.#placed(fault, line, own));
      if (article === undefined) this.#refuse(own, 'its article was left out');
    }
    for (const left of spans.values()) this.#refuse({ spans: left, relations: [] }, noArticle);
    for (const left of relations.values()) this.#refuse({ spans: [], relations: left }, noArticle);
    return articles;
  }

  #placed(
    { list, index = 0, ...fault }: ArticleFault,
    articleLine: number | undefined,
    own: Own,
  ): DatasetFault {
    const line = list === undefined ? articleLine : own[list][index]?.line;
    return { ...fault, ...this.#place(list ?? 'articles', line) };
  }

  #refuse(own: Own, reason: string): void {
    for (const [list, item] of [
      ['spans', 'span'],
      ['relations', 'relation'],
    ] as const) {
      for (const [i, { record, line }] of own[list].entries()) {
        this.faults.push({
          effect: 'refused',
          item,
          id: nameOf(record, i),
          ...this.#place(list, line),
          reason,
        });
      }
    }
  }

  #place(table: 'articles' | 'spans' | 'relations', line: number | undefined) {
    const file = this.#tables.get(table)?.file;
    return {
      ...(line !== undefined && { line }),
      ...(file !== undefined && file !== this.#main && { file }),
    };
  }
}

const noArticle = 'the article that it names is not among the articles';

interface Own {
  readonly spans: readonly TableRecord[];
  readonly relations: readonly TableRecord[];
}

/** The records by the article that they name, without that name. */
function byArticle(table: TableRecords | undefined): Map<unknown, TableRecord[]> {
  const groups = new Map<unknown, TableRecord[]>();
  for (const { record, line } of table?.records ?? []) {
    const { article, ...rest } = record;
    const group = groups.get(article);
    if (group === undefined) groups.set(article, [{ record: rest, line }]);
    else group.push({ record: rest, line });
  }
  return groups;
}

function taken(groups: Map<unknown, TableRecord[]>, id: unknown): readonly TableRecord[] {
  const group = groups.get(id);
  groups.delete(id);
  return group ?? [];
}
