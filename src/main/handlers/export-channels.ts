import { basename, join } from 'node:path';
import { app } from 'electron';
import { channels } from '../../bridge/channels.ts';
import { chooseTarget } from '../files/file-dialogs.ts';
import { serve } from '../ipc-gate.ts';
import type { ExportTargets } from '../outgoing/export-targets.ts';
import type { OutgoingFiles } from '../outgoing/outgoing-files.ts';
import type { MainWindow } from '../window/main-window.ts';

interface ExportDeps {
  readonly targets: ExportTargets;
  readonly outgoing: OutgoingFiles;
  readonly window: MainWindow;
}

/** Files going out. */
export function exportChannels({ targets, outgoing, window }: ExportDeps) {
  return {
    'exports.choose': serve(channels['exports.choose'], async ({ title, suggestedName, filters }) => {
      // A name the renderer suggests is a name only, whatever it looks like.
      const defaultPath = join(app.getPath('documents'), basename(suggestedName));
      const place = { title: title ?? 'Export dataset', defaultPath };
      const path = await chooseTarget(window.browserWindow, place, filters);
      return path === null ? null : targets.add(path);
    }),
    'exports.begin': serve(channels['exports.begin'], ({ token }) => targets.begin(token)),
    'outgoing.append': serve(channels['outgoing.append'], ({ handle, bytes }) =>
      outgoing.append(handle, bytes),
    ),
    'outgoing.commit': serve(channels['outgoing.commit'], ({ handle, sha256, byteLength }) =>
      outgoing.commit(handle, { sha256, byteLength }),
    ),
    'outgoing.abort': serve(channels['outgoing.abort'], async ({ handle }) => {
      await outgoing.abort(handle);
      return {};
    }),
  };
}
