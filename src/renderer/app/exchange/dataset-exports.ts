import { type AnnotatedArticle, annotatedArticleOf } from '../../../core/formats/annotated-article.ts';
import { LossCount } from '../../../core/formats/loss-count.ts';
import { endingOf } from '../../../core/formats/packing.ts';
import { reduceArticle, reduceHead } from '../../../core/formats/reduce-dataset.ts';
import { formats } from '../../../core/formats/registry.ts';
import { datasetArticle, datasetHead, mentionedIn } from '../../../core/formats/to-dataset.ts';
import type { Identifier } from '../../../core/model/identifier.ts';
import { predictionsOf } from '../../../core/suggest/predictions.ts';
import type { Workbench } from '../../store/workbench.ts';
import type { DatasetClient } from '../../workers/dataset-client.ts';
import type { ArticleToWrite } from '../../workers/dataset-messages.ts';
import type { SuggestedInArticle } from '../../workers/scan/suggest-in-project.ts';
import type { ExportPort } from './export-port.ts';

/**
 * Exports by the formats of the registry; articles are read from the project one at a time.
 * @param suggest what the rules in force are sure enough of, in the order of the articles
 */
export function datasetExports(
  workbench: Workbench,
  client: DatasetClient,
  suggest: (articles: readonly Identifier[]) => AsyncIterable<SuggestedInArticle>,
): ExportPort {
  const writing = formats.filter(({ writer }) => writer !== undefined);
  async function* read(articles: readonly Identifier[]): AsyncGenerator<AnnotatedArticle> {
    for (const id of articles) yield annotatedArticleOf(await workbench.readArticle(id));
  }
  async function* predicted(articles: readonly Identifier[]): AsyncGenerator<ArticleToWrite> {
    for await (const { articleId, suggestions } of suggest(articles)) {
      const { tagSet, entities: cast } = workbench.project.getState().project;
      const article = await workbench.readArticle(articleId);
      const predictions = predictionsOf(article, suggestions, {
        tagSet,
        cast,
        now: new Date().toISOString(),
      });
      yield { ...annotatedArticleOf(article), predictions };
    }
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
      takesSuggestions: format.writer?.predictions === true,
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
    async *write(formatId, articles, { withRest, withSuggestions }) {
      const head = await headOf(articles);
      const hasPlace = writing.find(({ id }) => id === formatId)?.writer?.predictions === true;
      let isFirst = true;
      const supply = () => {
        // What lies beside it, asked for after it, is the project alone.
        const predicting = withSuggestions && hasPlace && isFirst;
        isFirst = false;
        return predicting ? predicted(articles) : read(articles);
      };
      yield* client.write(formatId, head, supply, articles.length, withRest);
    },
  };
}
