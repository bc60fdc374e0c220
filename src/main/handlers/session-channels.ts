import { app } from 'electron';
import { channels } from '../../bridge/channels.ts';
import { failure, success } from '../../core/model/result.ts';
import { writeFailure } from '../disk/file-failure.ts';
import type { FileLayer } from '../disk/file-layer.ts';
import { endedSupport } from '../electron-support.ts';
import type { WaitingArrivals } from '../files/waiting-arrivals.ts';
import { serve } from '../ipc-gate.ts';
import { notOpen, unopenedState } from '../journal/project-journal.ts';
import type { ProjectJournals } from '../journal/project-journals.ts';
import type { Log } from '../log/log.ts';
import type { ApplicationMenu } from '../menu/application-menu.ts';
import type { Profile } from '../profile/profile.ts';
import type { SettingsFile } from '../profile/settings-file.ts';
import type { MainWindow } from '../window/main-window.ts';
import type { OpeningNote } from '../window/opening-note.ts';

interface SessionDeps {
  readonly layer: FileLayer;
  readonly profile: Profile;
  readonly settings: SettingsFile;
  readonly journals: ProjectJournals;
  readonly arrivals: WaitingArrivals;
  readonly menu: ApplicationMenu;
  readonly window: MainWindow;
  readonly opening: OpeningNote;
  readonly log: Log;
  /** Whether the licences of what the app is built with lie beside it. */
  readonly hasNotices: boolean;
  /** Settles when the working store has been copied aside: no database may be opened before. */
  readonly storeCopied: Promise<void>;
}

const withoutJournal =
  'The project is shown as it is in the working store, and nothing is changed. Put that right and start Ascribe again.';

/** The window's start, its end, and what it tells main about itself. */
export function sessionChannels(deps: SessionDeps) {
  const { profile, settings, journals, window, log } = deps;
  /** Projects that were shown in this run. */
  const shown = new Set<string>();
  return {
    'session.start': serve(channels['session.start'], async () => {
      const [opened, arrival] = await Promise.all([
        journals.current.open(),
        deps.arrivals.start(),
        deps.storeCopied,
      ]);
      deps.opening.pageStarted();
      const state = opened.ok ? opened.value.state : unopenedState;
      // After a reload neither the first start nor the damage that was mended is news.
      const journalState = shown.has(profile.projectId) ? { ...state, setAside: [], tornTail: false } : state;
      const isFirst = profile.firstStart && shown.size === 0;
      shown.add(profile.projectId);
      if (opened.ok) void opened.value.takeReserve();
      return {
        firstStart: isFirst,
        // Without its second home nothing may change, and an empty journal must not be taken for a lost one.
        readOnly: opened.ok ? profile.readOnly : `${opened.reason.message} ${withoutJournal}`,
        projectId: profile.projectId,
        generation: profile.generation,
        journal: journalState,
        leftOpening: deps.opening.left(profile.projectId),
        settings: settings.current,
        arrival,
        platform: platformName(),
        versions: {
          app: app.getVersion(),
          electron: process.versions.electron,
          electronSupportEnded: endedSupport(process.versions.electron, new Date()),
          chromium: process.versions.chrome,
        },
        hasNotices: deps.hasNotices,
      };
    }),
    'session.readyToClose': serve(channels['session.readyToClose'], async ({ unsaved }) => {
      // A window that can be closed was ended by no article.
      await deps.opening.closed();
      window.readyToClose(unsaved);
      return {};
    }),
    'articles.opening': serve(channels['articles.opening'], async ({ projectId, articleId }) => {
      await deps.opening.begun(projectId, articleId);
      return {};
    }),
    'articles.seen': serve(channels['articles.seen'], async ({ articleId }) => {
      await deps.opening.seen(articleId);
      return {};
    }),
    'session.adoptStore': serve(channels['session.adoptStore'], async ({ projectId, generation }) => {
      if (profile.readOnly !== null)
        return failure({ code: 'read-only' as const, message: profile.readOnly });
      // A page that is about to go may still be rebuilding the project before.
      if (projectId !== profile.projectId) return failure(notOpen);
      try {
        await profile.adoptStore(generation);
        log.info(`session: the store of generation ${generation} is in use`);
        return success({});
      } catch (error) {
        return failure(writeFailure(error, 'ascribe-profile.json'));
      }
    }),
    'session.setStoreAside': serve(channels['session.setStoreAside'], async () => {
      if (profile.readOnly !== null)
        return failure({ code: 'read-only' as const, message: profile.readOnly });
      try {
        await profile.setStoreAside();
        return success({});
      } catch (error) {
        return failure(writeFailure(error, 'working store'));
      }
    }),
    'session.log': serve(channels['session.log'], ({ level, message }) => {
      log[level](`window: ${message}`);
      return {};
    }),
    'settings.save': serve(channels['settings.save'], async (wanted) => {
      window.applySettings(wanted);
      if (profile.readOnly !== null) {
        settings.current = wanted;
        return failure({ code: 'read-only' as const, message: profile.readOnly });
      }
      try {
        await settings.save(wanted);
        return success({});
      } catch (error) {
        return failure(writeFailure(error, 'settings.json'));
      }
    }),
    'menu.update': serve(channels['menu.update'], (state) => {
      deps.menu.update(state);
      return {};
    }),
    'space.free': serve(channels['space.free'], async () => ({
      bytes: await deps.layer.freeBytes(app.getPath('userData')),
    })),
  };
}

function platformName(): 'darwin' | 'win32' | 'linux' {
  const { platform } = process;
  return platform === 'darwin' || platform === 'win32' ? platform : 'linux';
}
