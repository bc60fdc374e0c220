import { annotatedArticleOf } from '../../../core/formats/annotated-article.ts';
import { faultLine } from '../../../core/formats/dataset-reading.ts';
import type { IncomingProject } from '../../../core/formats/from-dataset.ts';
import { attributesOf, foreignKinds, mapTags } from '../../../core/formats/map-tags.ts';
import { type MergeTarget, planMerge } from '../../../core/formats/merge.ts';
import { mergeSentences } from '../../../core/formats/merge-report.ts';
import { formatById } from '../../../core/formats/registry.ts';
import { createIdentifier, type Identifier } from '../../../core/model/identifier.ts';
import { success } from '../../../core/model/result.ts';
import { count } from '../../../core/text/number-words.ts';
import type { Workbench } from '../../store/workbench.ts';
import type { DatasetClient } from '../../workers/dataset-client.ts';
import { proposedMapping } from './import-mapping.ts';
import type { ImportPort } from './import-offer.ts';

/**
 * Imports by merging into the open project.
 * @param untouchedSample ids of the sample article while nobody has worked on it: it makes room for a dataset
 */
export function datasetImports(
  workbench: Workbench,
  client: DatasetClient,
  untouchedSample: () => Promise<readonly Identifier[]>,
): ImportPort {
  return {
    async prepare(files, { chosen, ...watching }) {
      const [file] = files;
      if (file === undefined) throw new Error('files were chosen: the caller looks');
      const fileName = file.name;
      const now = new Date().toISOString();
      const parsed = await client.parse(files, { now, projectId: createIdentifier() }, watching);
      if (!parsed.ok) return parsed;
      const { incoming, faults, unknownKeys, predictions } = parsed.value;
      const format = formatById(parsed.value.format ?? '') ?? { id: 'unknown', name: 'Dataset' };
      const { tagSet } = workbench.project.getState().project;
      const foreign = foreignKinds(incoming, tagSet);
      const own = { ...tagSet, attributes: attributesOf(tagSet) };
      return success({
        fileName,
        format: { id: format.id, name: format.name },
        holds: holdings(incoming),
        preview: previewOf(incoming),
        foreign,
        own,
        mapping: proposedMapping(format.id, foreign, chosen, (kind, id) =>
          own[kind].some((each) => each.id === id),
        ),
        async plan(mapping) {
          const target = targetOf(workbench, await untouchedSample());
          const mapped = mapTags(incoming, mapping);
          const { operation, report } = await planMerge(target, mapped, { now, newId: createIdentifier });
          return { operation, effects: mergeSentences(report, faults) };
        },
        faults: [
          ...(predictions === 0
            ? []
            : [
                `${count(predictions, 'suggestion')} stay out: nobody has decided about them, and they are made anew here`,
              ]),
          ...faults.map(faultLine),
          ...unknownKeys.map(
            ({ path, count: times }) => `“${path}” is unknown here and left out (${count(times, 'time')})`,
          ),
        ],
      });
    },
  };
}

/** So many annotations are shown before a dataset comes in, and so many UTF-16 units of each. */
const previewed = 5;
const longestPreview = 60;

/** The first annotations of a dataset, from as many articles as there are. */
function previewOf({ project, articles }: IncomingProject): string[] {
  const nameOf = new Map(project.tagSet.tags.map(({ id, name }) => [id, name]));
  const short = (words: string) => {
    const plain = words.replace(/\s+/gu, ' ').trim();
    return plain.length > longestPreview ? `${plain.slice(0, longestPreview).trimEnd()}…` : plain;
  };
  const shown: string[] = [];
  for (let round = 0; round < previewed && shown.length < previewed; round++) {
    for (const { record, spans } of articles.slice(0, previewed)) {
      const span = spans[round];
      if (span !== undefined && shown.length < previewed)
        shown.push(`${nameOf.get(span.tag) ?? span.tag} “${short(span.quote)}” in “${short(record.title)}”`);
    }
  }
  return [...new Set(shown)];
}

function holdings({ articles }: IncomingProject): string[] {
  const sum = (of: (article: IncomingProject['articles'][number]) => number) =>
    articles.reduce((total, article) => total + of(article), 0);
  return [
    count(articles.length, 'article'),
    count(
      sum(({ spans }) => spans.length),
      'annotation',
    ),
    count(
      sum(({ relations }) => relations.length),
      'link',
    ),
  ];
}

function targetOf(workbench: Workbench, makingRoom: readonly Identifier[]): MergeTarget {
  const { project, articles } = workbench.project.getState();
  return {
    project,
    records: [...articles.values()].map(({ record }) => record),
    makingRoom,
    article: async (id) => annotatedArticleOf(await workbench.readArticle(id)),
    text: (id) => workbench.readText(id),
    taken: (ids) => workbench.takenIds(ids),
  };
}
