import { clipboard } from 'electron';
import { channels } from '../../bridge/channels.ts';
import type { Arrival } from '../../bridge/files.ts';
import type { FileLayer } from '../disk/file-layer.ts';
import { admitFiles } from '../files/admit-files.ts';
import { choosePaths } from '../files/file-dialogs.ts';
import type { OpenedFiles } from '../files/opened-files.ts';
import { serve } from '../ipc-gate.ts';
import type { MainWindow } from '../window/main-window.ts';

interface FileDeps {
  readonly layer: FileLayer;
  readonly opened: OpenedFiles;
  readonly window: MainWindow;
}

/** Files coming in. */
export function fileChannels({ layer, opened, window }: FileDeps) {
  return {
    'files.choose': serve(channels['files.choose'], async (request): Promise<Arrival> => {
      const { purpose } = request;
      const paths = await choosePaths(window.browserWindow, request);
      return admitFiles(layer, opened, {
        paths,
        purpose:
          purpose === 'archive'
            ? purpose
            : purpose === 'dataset' || purpose === 'tagSet'
              ? 'dataset'
              : 'article',
        folders: purpose === 'folder' ? 'walk' : 'refuse',
      });
    }),
    'files.admitDropped': serve(
      channels['files.admitDropped'],
      ({ paths }): Promise<Arrival> =>
        admitFiles(layer, opened, { paths, purpose: 'article', folders: 'walk' }),
    ),
    'files.read': serve(channels['files.read'], ({ token }) => opened.read(token)),
    'clipboard.readText': serve(channels['clipboard.readText'], async () => ({
      text: await clipboard.readText(),
    })),
  };
}
