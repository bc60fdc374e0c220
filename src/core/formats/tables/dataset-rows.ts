import type { DatasetArticle, DatasetHead } from '../dataset-schema.ts';
import { rowOf, type TableRow } from './table-rows.ts';
import {
  annotatorsShape,
  articlesShape,
  entitiesShape,
  projectShape,
  relationsShape,
  relationTypesShape,
  spansShape,
  type TableShape,
  tagsShape,
} from './table-shape.ts';

/** The rows of one table. */
export interface TableRows {
  readonly shape: TableShape;
  readonly rows: readonly TableRow[];
}

/** What an article adds to the three tables that are there always. */
export interface ArticleRows {
  readonly article: TableRow;
  readonly spans: readonly TableRow[];
  readonly relations: readonly TableRow[];
}

/** Entity id → name. */
export function entityNames({ entities = [] }: DatasetHead): ReadonlyMap<unknown, string> {
  return new Map(entities.map(({ id, name }) => [id, name]));
}

export function articleRows(article: DatasetArticle, nameOf: ReadonlyMap<unknown, string>): ArticleRows {
  const { id, title, spans = [], relations = [] } = article;
  const spanOf = new Map(spans.map((span) => [span.id, span]));
  return {
    article: rowOf(articlesShape, article),
    spans: spans.map((span) =>
      rowOf(
        spansShape,
        { ...span, article: id },
        { article_title: title, entity_name: nameOf.get(span.attributes?.entity) },
      ),
    ),
    relations: relations.map((relation) => {
      const [from, to] = [spanOf.get(relation.from), spanOf.get(relation.to)];
      return rowOf(
        relationsShape,
        { ...relation, article: id },
        {
          article_title: title,
          from_tag: from?.tag,
          from_text: from?.text,
          to_tag: to?.tag,
          to_text: to?.text,
        },
      );
    }),
  };
}

/** The tables of what stands before the articles; those without a row are left out. */
export function headTables({ tagSet, entities = [], annotators = [], project }: DatasetHead): TableRows[] {
  const tables = [
    { shape: tagsShape, records: tagSet?.tags ?? [] },
    { shape: relationTypesShape, records: tagSet?.relationTypes ?? [] },
    { shape: entitiesShape, records: entities },
    { shape: annotatorsShape, records: annotators },
    { shape: projectShape, records: project === undefined ? [] : [project] },
  ];
  return tables
    .filter(({ records }) => records.length > 0)
    .map(({ shape, records }) => ({ shape, rows: records.map((record) => rowOf(shape, record)) }));
}
