import type { BridgeApi } from '../../bridge/api.ts';
import type { Session } from '../../bridge/session.ts';
import type { AnnotatedArticle } from '../../core/formats/annotated-article.ts';
import { ReadingClient } from '../../core/formats/reading/reading-client.ts';
import type { Project } from '../../core/model/project.ts';
import { systemClock } from '../store/clock.ts';
import { createWorkbench } from '../store/create-workbench.ts';
import { plantProject } from '../store/plant-project.ts';
import type { Sample } from '../store/workbench-deps.ts';
import { DatasetClient } from '../workers/dataset-client.ts';
import { ScanClient } from '../workers/scan/scan-client.ts';
import { startReading } from '../workers/start-reading.ts';
import type { Application } from './application.ts';
import { ArticleFactsStore } from './articles/article-facts-store.ts';
import { ArticleList } from './articles/article-list.ts';
import { datasetExports } from './exchange/dataset-exports.ts';
import { datasetImports } from './exchange/dataset-imports.ts';
import { createInterfaceState } from './interface-state.ts';
import { putInForce } from './keys/keys-in-force.ts';
import { listedArticles } from './list-articles.ts';
import { Notices } from './notices.ts';
import { noteOpening } from './opening/note-opening.ts';
import { openArrival } from './opening/open-arrival.ts';
import { reportFault } from './report-fault.ts';
import { untouchedSample } from './sample/untouched-sample.ts';
import { SettingsStore } from './settings-store.ts';
import { LearntStore } from './suggestions/learnt-store.ts';
import { suggestInArticles } from './suggestions/suggest-in-articles.ts';
import { SuggestionStore } from './suggestions/suggestion-store.ts';

/** Opens the project and makes everything that commands and components work with. */
export async function startApplication(bridge: BridgeApi, session: Session): Promise<Application> {
  putInForce(session.settings.keymap);
  const notices = new Notices();
  const report = reportFault(bridge, notices);
  /** What is said before there is a window stays until it is read. */
  let early: string[] | null = [];
  // Loaded only where it is wanted: at a first start, and before an import that it may have to make room for.
  const sample = async () => (await import('./sample/load-sample.ts')).loadSample(new Date().toISOString());
  const first = session.firstStart ? await sample() : undefined;
  const workbench = await createWorkbench({
    bridge,
    session,
    opening: noteOpening(bridge, session),
    ...(first === undefined ? {} : { sample: () => sampleOf(first) }),
    notify: ({ level, message }) => {
      if (early !== null) early.push(message);
      else if (level === 'error') notices.warn(message);
      else notices.inform(message);
    },
  });
  const restored = early.length === 0 ? null : early.join(' ');
  early = null;
  const datasets = new DatasetClient();
  const gazetteer = new URL('gazetteer.txt', document.baseURI).href;
  const scans = new ScanClient(workbench);
  const settings = new SettingsStore(session.settings, bridge, (message) => notices.warn(message));
  const learnt = new LearntStore(
    bridge,
    (bytes) => scans.run('readLearntSummary', { bytes }),
    (message) => notices.warn(message),
  );
  return {
    bridge,
    session,
    workbench,
    settings,
    interface: createInterfaceState(restored),
    notices,
    textView: { current: null },
    readArticles: new ReadingClient(startReading).readArticles,
    fileTokens: new Map(),
    exporting: datasetExports(workbench, datasets, (articles) =>
      suggestInArticles(
        { workbench, scans, settings: settings.store, learnt: learnt.store, gazetteer },
        articles,
      ),
    ),
    importing: datasetImports(workbench, datasets, async () => untouchedSample(workbench, await sample())),
    scans,
    articleList: new ArticleList(workbench.project, scans),
    articleFacts: new ArticleFactsStore(workbench.project, scans),
    suggestions: new SuggestionStore(
      workbench.project,
      {
        inArticle: (args, signal) => scans.run('suggestInArticle', { ...args, gazetteer }, signal),
        sameAgain: (args, signal) => scans.run('sameAgainInArticle', args, signal),
      },
      settings.store,
      learnt.store,
    ),
    learnt,
    projects: {
      plant: (seed, check) => plantProject(plantingPlace(bridge), seed, check, nextTurn),
      unpack: (file) => datasets.unpack(file),
    },
    reportFault: report,
  };
}

function plantingPlace(bridge: BridgeApi) {
  const now = () => new Date().toISOString();
  return { bridge, engine: { indexedDB, IDBKeyRange }, clock: systemClock, now };
}

/** Lets the window draw. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

function sampleOf({
  record,
  body,
  ...rest
}: AnnotatedArticle & Pick<Project, 'annotators' | 'entities'>): Sample {
  return { article: { record, body }, ...rest };
}

/** Shows the article that was open last, or the first; then opens what the start brought. */
export async function showFirstArticle(app: Application): Promise<void> {
  try {
    await openFirst(app);
  } finally {
    app.interface.setState({ starting: false });
    app.learnt.load().catch(app.reportFault);
  }
}

/** An article that was begun to be opened so often in a row, and never seen, is not opened by a start. */
const mostTries = 2;

async function openFirst(app: Application): Promise<void> {
  const { articles } = app.workbench.project.getState();
  const listed = listedArticles(articles);
  const lastId = app.settings.current.lastArticles[app.session.projectId];
  const last = listed.find(({ record }) => record.id === lastId) ?? listed[0];
  const { arrival, leftOpening } = app.session;
  if (last !== undefined && leftOpening?.articleId === last.record.id && leftOpening.times >= mostTries) {
    app.interface.setState({ leftClosed: leftOpening });
    await openArrival(app, arrival);
    return;
  }
  // The last of the files is shown; an article that would be seen for a moment only is not opened before.
  if (last !== undefined && arrival.files.length === 0) await app.workbench.openArticle(last.record.id);
  await openArrival(app, arrival);
  if (app.workbench.project.getState().open === null && last !== undefined) {
    await app.workbench.openArticle(last.record.id);
  }
}
