import type { BridgeApi } from '../../bridge/api.ts';
import type { Request } from '../../bridge/channels.ts';
import { spanCount } from '../store/ledger.ts';
import type { Application } from './application.ts';

type ReportRequest = Request<'report.make'>;

/** The text of a report on this app and project, made by main. It holds nothing that was written or read in the app. */
export async function makeErrorReport(app: Application): Promise<string> {
  return (await app.bridge.request('report.make', reportRequest(app))).text;
}

/** The same where no project could be opened: of it nothing is told. */
export async function makeReportOfStart(bridge: Pick<BridgeApi, 'request'>): Promise<string> {
  const request: ReportRequest = { counts: null, saving: 'failed', words: [] };
  return (await bridge.request('report.make', request)).text;
}

/** The sizes that a report tells, and the names that it must not. */
export function reportRequest(app: Application): ReportRequest {
  const { project, articles, open, history, saving } = app.workbench.project.getState();
  const all = [...articles.values()];
  return {
    counts: {
      articles: all.length,
      articlesInTrash: all.filter(({ record }) => record.trashedAt !== null).length,
      longestArticle: all.reduce((longest, { record }) => Math.max(longest, record.textLength), 0),
      annotations: all.reduce((sum, article) => sum + spanCount(article), 0),
      openArticle: open?.record.textLength ?? 0,
      openArticleAnnotations: open?.spans.size ?? 0,
      tags: project.tagSet.tags.length,
      relationTypes: project.tagSet.relationTypes.length,
      castMembers: project.entities.length,
      annotators: project.annotators.length,
      steps: history.undo.length,
    },
    saving: saving.kind,
    words: [
      project.name,
      ...project.annotators.map(({ name }) => name),
      ...project.entities.flatMap(({ name, role, aliases }) => [name, role, ...aliases]),
      ...all.flatMap(({ record: { title, source, labels, metadata } }) => [
        title,
        source.fileName,
        ...labels,
        ...Object.values(metadata),
      ]),
    ].map((word) => word.slice(0, longestWord)),
  };
}

/** As the contract has it, in UTF-16 units: a longer one is looked for by its beginning. */
const longestWord = 10_000;
