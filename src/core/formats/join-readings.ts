import type { Identifier } from '../model/identifier.ts';
import type { DatasetReading } from './dataset-reading.ts';
import { type DatasetArticle, datasetFormat, datasetVersion } from './dataset-schema.ts';

/** One reading of several, in their order: what is defined twice counts as it was first; an article whose id was there gets another. */
export function joinReadings(readings: readonly DatasetReading[]): DatasetReading {
  const [only] = readings;
  if (only !== undefined && readings.length === 1) return only;
  const datasets = readings.map(({ dataset }) => dataset);
  const firstOf = <Item extends { readonly id: string }>(
    pick: (of: (typeof datasets)[number]) => readonly Item[] | undefined,
  ): Item[] => {
    const byId = new Map<string, Item>();
    for (const dataset of datasets) {
      for (const item of pick(dataset) ?? []) if (!byId.has(item.id)) byId.set(item.id, item);
    }
    return [...byId.values()];
  };
  const predictions = readings.reduce((sum, reading) => sum + (reading.predictions ?? 0), 0);
  const project = datasets.find((dataset) => dataset.project !== undefined)?.project;
  return {
    dataset: {
      format: datasetFormat,
      version: datasetVersion,
      offsetUnit: 'codePoint',
      ...(project && { project }),
      annotators: firstOf((dataset) => dataset.annotators),
      entities: firstOf((dataset) => dataset.entities),
      tagSet: {
        tags: firstOf((dataset) => dataset.tagSet?.tags),
        relationTypes: firstOf((dataset) => dataset.tagSet?.relationTypes),
      },
      articles: distinct(datasets.flatMap(({ articles }) => articles)),
    },
    faults: readings.flatMap(({ faults }) => faults),
    unknownKeys: readings.flatMap(({ unknownKeys }) => unknownKeys),
    ...(predictions > 0 && { predictions }),
    ...(only?.format !== undefined &&
      readings.every(({ format }) => format === only.format) && { format: only.format }),
  };
}

/** The articles with ids of their own, for themselves and for all that is in them. */
function distinct(articles: readonly DatasetArticle[]): DatasetArticle[] {
  const taken = new Set<Identifier>();
  const free = (id: Identifier): Identifier => {
    let candidate = id;
    for (let i = 2; taken.has(candidate); i++) candidate = `${id}/${i}`;
    taken.add(candidate);
    return candidate;
  };
  return articles.map((article) => {
    const spanIds = new Map((article.spans ?? []).map(({ id }) => [id, free(id)]));
    const idOf = (id: Identifier) => spanIds.get(id) ?? id;
    return {
      ...article,
      id: free(article.id),
      spans: (article.spans ?? []).map((span) => ({ ...span, id: idOf(span.id) })),
      relations: (article.relations ?? []).map((relation) => ({
        ...relation,
        id: free(relation.id),
        from: idOf(relation.from),
        to: idOf(relation.to),
      })),
    };
  });
}
