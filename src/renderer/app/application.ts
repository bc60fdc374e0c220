import type { StoreApi } from 'zustand/vanilla';
import type { BridgeApi } from '../../bridge/api.ts';
import type { Session } from '../../bridge/session.ts';
import type { ReadArticles } from '../../core/formats/reading/read-one-article.ts';
import type { Workbench } from '../store/workbench.ts';
import type { ScanClient } from '../workers/scan/scan-client.ts';
import type { ArticleFactsStore } from './articles/article-facts-store.ts';
import type { ArticleList } from './articles/article-list.ts';
import type { ExportPort } from './exchange/export-port.ts';
import type { ImportPort } from './exchange/import-offer.ts';
import type { InterfaceState } from './interface-state.ts';
import type { Notices } from './notices.ts';
import type { ProjectPort } from './projects/project-port.ts';
import type { SettingsStore } from './settings-store.ts';
import type { LearntStore } from './suggestions/learnt-store.ts';
import type { SuggestionStore } from './suggestions/suggestion-store.ts';
import type { TextView } from './text-view.ts';

/** All that commands and components work with. Made once, when the window loads. */
export interface Application {
  readonly bridge: BridgeApi;
  readonly session: Session;
  readonly workbench: Workbench;
  readonly settings: SettingsStore;
  readonly interface: StoreApi<InterfaceState>;
  readonly notices: Notices;
  /** The article on screen; null while none is. */
  readonly textView: { current: TextView | null };
  readonly readArticles: ReadArticles;
  /** Tokens of the files opened in this run, by the SHA-256 of their bytes: an article can be read again without asking for its file. */
  readonly fileTokens: Map<string, string>;
  readonly exporting: ExportPort;
  readonly importing: ImportPort;
  readonly scans: ScanClient;
  readonly articleList: ArticleList;
  readonly articleFacts: ArticleFactsStore;
  readonly suggestions: SuggestionStore;
  readonly learnt: LearntStore;
  readonly projects: ProjectPort;
  /** Tells the person that something went wrong in the program itself, and writes it to the log. */
  reportFault(error: unknown): void;
}

export function isMac(app: Application): boolean {
  return app.session.platform === 'darwin';
}
