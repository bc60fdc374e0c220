import { type AnnotatedArticle, annotatedArticleOf } from '../../../core/formats/annotated-article.ts';
import { LossCount } from '../../../core/formats/loss-count.ts';
import { endingOf } from '../../../core/formats/packing.ts';
import { reduceArticle, reduceHead } from '../../../core/formats/reduce-dataset.ts';
import { formats } from '../../../core/formats/registry.ts';
import { datasetArticle, datasetHead, mentionedIn } from '../../../core/formats/to-dataset.ts';
import type { Identifier } from '../../../core/model/identifier.ts';
import type { Workbench } from '../../store/workbench.ts';
import type { DatasetClient } from '../../workers/dataset-client.ts';
import type { ExportPort } from './export-port.ts';

/** Exports by the formats of the registry; articles are read from the project one at a time. */
export function datasetExports(workbench: Workbench, client: DatasetClient): ExportPort {
  const writing = formats.filter(({ writer }) => writer !== undefined);
  async function* read(articles: readonly Identifier[]): AsyncGenerator<AnnotatedArticle> {
    for (const id of articles) yield annotatedArticleOf(await workbench.readArticle(id));
  }
  const headWith = (active: ReadonlySet<Identifier>) =>
    datasetHead(workbench.project.getState().project, { kind: 'handOver' }, active);
  /** A hand-over names only those who made something in it, so that all of it is looked through first. */
  async function headOf(articles: readonly Identifier[]) {
    const active = new Set<Identifier>();
    for await (const article of read(articles)) for (const id of mentionedIn([article])) active.add(id);
    return headWith(active);
  }
  return {
    formats: writing.map((format) => ({
      id: format.id,
      name: format.name,
      extension: (articles) => endingOf(format, articles).replace(/^\./, ''),
    })),
    async summarise(formatId, articles) {
      const writer = writing.find(({ id }) => id === formatId)?.writer;
      let spans = 0;
      let relations = 0;
      const lost = new LossCount();
      const active = new Set<Identifier>();
      for await (const article of read(articles)) {
        spans += article.spans.length;
        relations += article.relations.length;
        for (const id of mentionedIn([article])) active.add(id);
        if (writer !== undefined) reduceArticle(datasetArticle(article), writer.holds, lost);
      }
      if (writer !== undefined) reduceHead(headWith(active), writer.holds, lost);
      return { articles: articles.length, spans, relations, losses: lost.losses() };
    },
    async *write(formatId, articles, withRest) {
      const head = await headOf(articles);
      yield* client.write(formatId, head, () => read(articles), articles.length, withRest);
    },
  };
}
