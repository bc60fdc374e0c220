import { vi } from 'vitest';
import { defaultSettings } from '../../../src/bridge/settings.ts';
import { readArticles } from '../../../src/core/formats/open-articles.ts';
import type { Article } from '../../../src/core/model/article.ts';
import type { Application } from '../../../src/renderer/app/application.ts';
import { ArticleFactsStore } from '../../../src/renderer/app/articles/article-facts-store.ts';
import { ArticleList } from '../../../src/renderer/app/articles/article-list.ts';
import { runCommand } from '../../../src/renderer/app/command-registry.ts';
import { createInterfaceState } from '../../../src/renderer/app/interface-state.ts';
import { Notices } from '../../../src/renderer/app/notices.ts';
import { SettingsStore } from '../../../src/renderer/app/settings-store.ts';
import { LearntStore } from '../../../src/renderer/app/suggestions/learnt-store.ts';
import { SuggestionStore } from '../../../src/renderer/app/suggestions/suggestion-store.ts';
import { readLearntSummary } from '../../../src/renderer/workers/scan/read-learnt.ts';
import { sameAgainInArticle } from '../../../src/renderer/workers/scan/same-again.ts';
import { ScanClient } from '../../../src/renderer/workers/scan/scan-client.ts';
import { suggestInArticle } from '../../../src/renderer/workers/scan/suggest-in-article.ts';
import { articleOf } from '../../core/arbitraries/article.ts';
import type { FakeBridge } from '../fakes/bridge.ts';
import { Profile } from '../fakes/project.ts';

export interface TestApplication {
  readonly app: Application;
  readonly bridge: FakeBridge;
  /** What the person was told, the latest last. */
  readonly notices: () => string[];
  /** What went wrong in the program itself. */
  readonly faults: unknown[];
  readonly run: (
    ...command: Parameters<typeof runCommand> extends [Application, ...infer Rest] ? Rest : never
  ) => Promise<void>;
}

/** The app over a real workbench whose homes are in memory, without a window. With a text an article of it is open. */
export async function testApplication(text?: string): Promise<TestApplication> {
  stubWindow();
  const profile = new Profile();
  const { workbench, bridge } = await profile.start();
  const notices = new Notices();
  const faults: unknown[] = [];
  bridge.overrides['settings.save'] = () => ({ ok: true, value: {} });
  const scans = new ScanClient(workbench, () => {
    throw new Error('nothing is scanned in this test');
  });
  const settings = new SettingsStore(defaultSettings, bridge, (message) => notices.warn(message));
  const store = await profile.database();
  const learnt = new LearntStore(
    bridge,
    (bytes) => readLearntSummary(store, { bytes }),
    (message) => notices.warn(message),
  );
  const app: Application = {
    bridge,
    session: bridge.session(),
    workbench,
    settings,
    interface: createInterfaceState(null),
    notices,
    textView: { current: null },
    readArticles,
    fileTokens: new Map(),
    exporting: {
      formats: [],
      summarise: () => Promise.reject(new Error('nothing is exported in this test')),
      write: () => {
        throw new Error('nothing is exported in this test');
      },
    },
    importing: { prepare: () => Promise.reject(new Error('nothing is imported in this test')) },
    scans,
    articleList: new ArticleList(workbench.project, scans),
    articleFacts: new ArticleFactsStore(workbench.project, scans),
    suggestions: new SuggestionStore(
      workbench.project,
      {
        inArticle: (args) => suggestInArticle(store, { ...args, gazetteer: null }),
        sameAgain: (args) => sameAgainInArticle(store, args),
      },
      settings.store,
      learnt.store,
    ),
    learnt,
    projects: {
      plant: () => Promise.reject(new Error('no project is made in this test')),
      unpack: () => Promise.reject(new Error('no archive is read in this test')),
    },
    reportFault: (error) => faults.push(error),
  };
  if (text !== undefined) {
    const article: Article = articleOf(text, 'a');
    workbench.commit({ type: 'article.add', article }, 'open “a.txt”');
    await workbench.openArticle('a');
  }
  return {
    app,
    bridge,
    faults,
    notices: () => notices.store.getState().map((notice) => notice.text),
    run: (...command) => runCommand(app, ...command),
  };
}

/** A window that is wide and in which nothing has the focus. */
function stubWindow(): void {
  vi.stubGlobal('window', { matchMedia: () => ({ matches: false }) });
  vi.stubGlobal('document', { activeElement: null, getElementById: () => null });
  vi.stubGlobal('HTMLInputElement', class {});
  vi.stubGlobal('HTMLTextAreaElement', class {});
}

/** Selects the first place where the open article reads this; with an empty string it puts the caret at the start. */
export function selectWords(app: Application, words: string): void {
  const at = app.workbench.project.getState().open?.body.text.indexOf(words) ?? -1;
  if (at < 0) throw new Error(`the article does not read “${words}”`);
  app.workbench.select({ anchor: at, focus: at + words.length });
}

/** The spans of the open article as `tag: words`, in text order. */
export function spansOf(app: Application): string[] {
  const spans = app.workbench.project.getState().open?.spans.ordered ?? [];
  return spans.map(({ tag, quote }) => `${tag}: ${quote}`);
}

/** The current span as `tag: words`. */
export function currentOf(app: Application): string | null {
  const { currentSpan } = app.workbench.focus.getState();
  const span =
    currentSpan === null ? undefined : app.workbench.project.getState().open?.spans.get(currentSpan);
  return span === undefined ? null : `${span.tag}: ${span.quote}`;
}
