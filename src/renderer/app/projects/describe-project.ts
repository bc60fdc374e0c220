import type { ProjectFacts } from '../../../bridge/projects.ts';
import { spanCount } from '../../store/ledger.ts';
import { projectFactsOf } from '../../store/project-facts.ts';
import type { Application } from '../application.ts';

/** Milliseconds in which changes are gathered. */
const gather = 2_000;

/** What lists show of the open project. */
export function factsNow(app: Application): ProjectFacts {
  const { project, articles } = app.workbench.project.getState();
  const counted = [...articles.values()].map((article) => ({
    record: article.record,
    annotations: spanCount(article),
  }));
  return { name: project.name, ...projectFactsOf(counted) };
}

/** Tells main what lists show of the open project. It is a comfort: when it fails, the log says so and nothing else does. */
export async function describeProject(app: Application): Promise<void> {
  if (app.session.readOnly !== null) return;
  const { projectId } = app.session;
  const answer = await app.bridge.request('projects.describe', { projectId, facts: factsNow(app) });
  if (answer.ok) return;
  await app.bridge.request('session.log', {
    level: 'warning',
    message: `projects: ${answer.reason.message}`,
  });
}

/** Keeps what lists show of the open project in step with it. */
export function keepDescribed(app: Application): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const describe = () => {
    timer = undefined;
    describeProject(app).catch(app.reportFault);
  };
  describe();
  const stop = app.workbench.project.subscribe((state, before) => {
    if (state.articles === before.articles && state.project.name === before.project.name) return;
    timer ??= setTimeout(describe, gather);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
