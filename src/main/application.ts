import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app, protocol, session } from 'electron';
import type { Arrival } from '../bridge/files.ts';
import { putLanguageInForce } from '../core/messages/language-in-force.ts';
import { deadlineFileLayer } from './disk/deadline-file-layer.ts';
import { faultyFileLayer } from './disk/faulty-file-layer.ts';
import { writeFailure } from './disk/file-failure.ts';
import type { FileLayer } from './disk/file-layer.ts';
import { nodeFileLayer } from './disk/node-file-layer.ts';
import { requestedFaults } from './disk/requested-faults.ts';
import { admitFiles } from './files/admit-files.ts';
import { filesOf, type StartRequest, startRequestSchema } from './files/command-line.ts';
import { OpenedFiles } from './files/opened-files.ts';
import { WaitingArrivals } from './files/waiting-arrivals.ts';
import { exportChannels } from './handlers/export-channels.ts';
import { fileChannels } from './handlers/file-channels.ts';
import { helpChannels } from './handlers/help-channels.ts';
import { journalChannels } from './handlers/journal-channels.ts';
import { learntChannels } from './handlers/learnt-channels.ts';
import { originalChannels } from './handlers/original-channels.ts';
import { projectChannels } from './handlers/project-channels.ts';
import { sessionChannels } from './handlers/session-channels.ts';
import { openChannels, sendEvent } from './ipc.ts';
import { type AllServed, assertEachServedOnce } from './ipc-gate.ts';
import { ProjectJournals } from './journal/project-journals.ts';
import { LearntFiles } from './learnt/learnt-files.ts';
import { LogFile } from './log/log-file.ts';
import { ApplicationMenu } from './menu/application-menu.ts';
import { OriginalFiles } from './originals/original-files.ts';
import { ExportTargets } from './outgoing/export-targets.ts';
import { OutgoingFiles } from './outgoing/outgoing-files.ts';
import { UnfinishedExports } from './outgoing/unfinished-exports.ts';
import { appFolder, iconFile, noticesFile, preloadFile, rendererFolder } from './paths.ts';
import { openProfileFolder, type ProfileFolder } from './profile/profile-folder.ts';
import { ProjectDrafts } from './projects/project-drafts.ts';
import { Projects } from './projects/projects.ts';
import { reportFaults } from './report-faults.ts';
import { listBuiltFiles } from './security/built-files.ts';
import { lockContents } from './security/lock-contents.ts';
import { lockSession } from './security/lock-session.ts';
import { type Origin, scheme } from './security/origin.ts';
import { serveBuiltFiles } from './security/serve-built-files.ts';
import { tell } from './window/ask.ts';
import { MainWindow } from './window/main-window.ts';
import { writeWindowPlace } from './window/window-place.ts';

/** Runs the app in the process that owns the profile. What can be done before Electron is ready is begun at once. */
export function runApplication(request: StartRequest, origin: Origin): void {
  const userData = app.getPath('userData');
  const log = new LogFile(join(userData, 'logs'));
  reportFaults(log);
  log.info(
    `start: Ascribe ${app.getVersion()}, Electron ${process.versions.electron}, ${process.platform} ${process.arch}`,
  );
  const layer = fileLayer();
  const opened = new OpenedFiles(layer);
  let window: MainWindow | undefined;
  const arrivals = new WaitingArrivals((arrival) => {
    if (window) sendEvent(window.contents, 'filesArrived', arrival);
  });
  const arrive = (paths: readonly string[]): void => {
    const arrival: Promise<Arrival> = admitFiles(layer, opened, {
      paths,
      purpose: 'article',
      folders: 'refuse',
    });
    void arrivals.add(arrival);
    window?.raise();
  };
  const starting = filesOf(request);
  if (starting.length > 0) arrive(starting);
  app.on('open-file', (event, path) => {
    event.preventDefault();
    arrive([path]);
  });
  app.on('second-instance', (_event, _argv, _folder, data) => {
    const second = startRequestSchema.safeParse(data);
    if (!second.success) log.warning('start: a second start sent something malformed');
    arrive(second.success ? filesOf(second.data) : []);
  });
  app.on('web-contents-created', (_event, contents) => lockContents(contents, origin, log));
  app.on('window-all-closed', () => app.quit());

  const opening = openProfileFolder(layer, userData, log);
  // Handled below, when Electron is ready to show why.
  opening.catch(() => undefined);
  void app
    .whenReady()
    .then(() => opening)
    .then((profile) => open(profile))
    .catch(fail);

  async function open(folder: ProfileFolder): Promise<void> {
    const { profile, settings, place, opening: openingNote, storeCopied } = folder;
    putLanguageInForce(process.env.ASCRIBE_LANGUAGE ?? settings.current.language);
    lockSession(session.defaultSession, origin, log);
    if (origin.kind === 'built') protocol.handle(scheme, serveBuiltFiles(listBuiltFiles(rendererFolder)));
    const outgoing = new OutgoingFiles();
    const unfinished = new UnfinishedExports(layer, userData);
    const now = () => new Date();
    const journals = new ProjectJournals(
      (projectId) => profile.folderOf(projectId),
      { layer, readOnly: profile.readOnly !== null, now, log },
      () => profile.projectId,
    );
    const projects = new Projects({ layer, profile, drafts: new ProjectDrafts(layer, userData), now, log });
    const pageGone = () => {
      arrivals.stop();
      void outgoing.abortAll();
    };
    const created = new MainWindow({
      origin,
      preload: preloadFile,
      icon: iconFile,
      settings: settings.current,
      place,
      log,
      pageGone,
      closing: async (lastPlace) => {
        await outgoing.abortAll();
        await writeWindowPlace(layer, userData, lastPlace, log);
      },
    });
    window = created;
    const menu = new ApplicationMenu({
      isPackaged: app.isPackaged,
      choose: (id) => sendEvent(created.contents, 'command', { id }),
      contents: () => created.contents,
    });
    const originals = new OriginalFiles(layer, userData, profile.readOnly);
    originals.sweep().catch((error) => log.warning(`originals: ${error}`));
    const targets = new ExportTargets(layer, outgoing, unfinished);
    const parts = [
      sessionChannels({
        layer,
        profile,
        settings,
        journals,
        arrivals,
        menu,
        window: created,
        opening: openingNote,
        log,
        storeCopied,
        hasNotices: existsSync(noticesFile),
      }),
      fileChannels({ layer, opened, window: created }),
      exportChannels({ targets, outgoing, window: created }),
      journalChannels({ journals, projects, outgoing }),
      projectChannels({ projects, outgoing, window: created }),
      originalChannels({ originals }),
      learntChannels({ learnt: new LearntFiles(layer, profile) }),
      helpChannels({ settings, opened, appFolder, noticesFile, recentLog: () => log.recent() }),
    ] as const;
    assertEachServedOnce(parts);
    const served: AllServed = {
      ...parts[0],
      ...parts[1],
      ...parts[2],
      ...parts[3],
      ...parts[4],
      ...parts[5],
      ...parts[6],
      ...parts[7],
    };
    openChannels(served, () => window?.contents, origin, log);
    void journals.current.open();
    unfinished.sweep().catch((error) => log.warning(`exports: ${error}`));
    await created.load();
  }

  async function fail(error: unknown): Promise<void> {
    log.error(`start: ${error instanceof Error ? (error.stack ?? error.message) : error}`);
    await tell(
      'Ascribe cannot start.',
      `${writeFailure(error, userData).message} Nothing was changed. Put that right and start Ascribe again.`,
    );
    app.exit(1);
  }
}

/** An unpackaged app can be made to meet faults of the disk, so that tests see what it does then. */
function fileLayer(): FileLayer {
  if (app.isPackaged || process.env.ASCRIBE_FAULTS === undefined) return deadlineFileLayer(nodeFileLayer);
  const faulty = faultyFileLayer(
    nodeFileLayer,
    requestedFaults(() => process.env.ASCRIBE_FAULTS ?? '[]'),
  );
  return deadlineFileLayer(faulty);
}
