import type { HomesFault } from '../../store/check-homes.ts';
import type { Application } from '../application.ts';
import { checkArticle, type Finding } from './check-article.ts';

/** What going through a project found so far. */
export interface Examination {
  readonly done: number;
  readonly total: number;
  readonly spans: number;
  readonly found: readonly ArticleFinding[];
  /** What is wrong between working store and journal; null until they were compared. */
  readonly homes: readonly HomesFinding[] | null;
}

export interface ArticleFinding {
  readonly key: number;
  readonly article: string;
  readonly title: string;
  readonly finding: Finding;
}

/** `home` is left out when it could not be told which of them is at fault. */
export type HomesFinding = Pick<HomesFault, 'words'> & Partial<HomesFault>;

export const notExamined: Examination = { done: 0, total: 0, spans: 0, found: [], homes: null };

/** Goes through the whole project, article by article, and compares the two homes last. Changes nothing. One value an article. */
export async function* examineProject(app: Application): AsyncGenerator<Examination> {
  const { articles, project } = app.workbench.project.getState();
  const found: ArticleFinding[] = [];
  let spans = 0;
  let done = 0;
  const total = articles.size;
  for (const [id, { record }] of articles) {
    const { article, misfits } = await app.workbench.examineArticle(id);
    spans += article.spans.size;
    for (const finding of checkArticle(article, project.tagSet, misfits)) {
      found.push({ key: found.length, article: id, title: record.title, finding });
    }
    done += 1;
    yield { done, total, spans, found: [...found], homes: null };
  }
  yield { done, total, spans, found, homes: await compareHomes(app) };
}

/** That they cannot be compared now is a finding too. */
async function compareHomes(app: Application): Promise<readonly HomesFinding[]> {
  try {
    return (await app.workbench.checkHomes()).faults;
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    return [{ words: `Working store and journal could not be compared. ${why}` }];
  }
}
