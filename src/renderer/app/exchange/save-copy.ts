import type { Application } from '../application.ts';
import { listedArticles } from '../list-articles.ts';
import { runExport } from './run-export.ts';

/** Writes the whole project as a native dataset wherever the person says: the way out when the project cannot be saved. */
export async function saveCopy(app: Application): Promise<void> {
  const { articles, project } = app.workbench.project.getState();
  const ids = listedArticles(articles).map(({ record }) => record.id);
  const [format] = app.exporting.formats;
  if (format === undefined) throw new Error('the registry has the native dataset: the build includes it');
  const summary = await app.exporting.summarise(format.id, ids);
  await runExport(app, {
    format,
    articles: ids,
    suggestedName: `${project.name} copy`,
    summary,
    withRest: false,
    withSuggestions: false,
  });
}
