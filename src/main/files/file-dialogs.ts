import { type BrowserWindow, dialog, type OpenDialogOptions } from 'electron';
import type { Request } from '../../bridge/channels.ts';

type Purpose = Request<'files.choose'>['purpose'];

const openDialogs: Readonly<Record<Purpose, OpenDialogOptions>> = {
  articles: {
    title: 'Open articles',
    properties: ['openFile', 'multiSelections'],
  },
  folder: { title: 'Open a folder of articles', properties: ['openDirectory'] },
  dataset: {
    title: 'Import a dataset',
    // Some formats are several files; which one a file is of is told by its content.
    properties: ['openFile', 'multiSelections'],
  },
  tagSet: {
    title: 'Import a tag set',
    properties: ['openFile'],
    filters: [
      { name: 'Tag set or dataset', extensions: ['json'] },
      { name: 'All files', extensions: ['*'] },
    ],
  },
  settings: {
    title: 'Import settings',
    properties: ['openFile'],
    filters: [{ name: 'Settings', extensions: ['json'] }],
  },
  archive: {
    title: 'Restore a project',
    properties: ['openFile'],
    filters: [
      { name: 'Project archive', extensions: ['ascribe'] },
      { name: 'All files', extensions: ['*'] },
    ],
  },
};

/** What the files with the endings that a dialog shows at first are called. */
const shownKinds: Readonly<Record<Purpose, string>> = {
  articles: 'Articles',
  folder: 'Articles',
  dataset: 'Datasets',
  tagSet: 'Tag set or dataset',
  settings: 'Settings',
  archive: 'Project archive',
};

/** Paths the person chose; none when the dialog was cancelled. */
export async function choosePaths(
  window: BrowserWindow,
  { purpose, extensions = [] }: Request<'files.choose'>,
): Promise<readonly string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    ...openDialogs[purpose],
    ...(extensions.length > 0 && {
      filters: [
        { name: shownKinds[purpose], extensions: [...extensions] },
        { name: 'All files', extensions: ['*'] },
      ],
    }),
  });
  return canceled ? [] : filePaths;
}

/** Where the person wants a file written; null when the dialog was cancelled. */
export async function chooseTarget(
  window: BrowserWindow,
  { title, defaultPath }: { readonly title: string; readonly defaultPath: string },
  filters: readonly { name: string; extensions: string[] }[],
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title,
    defaultPath,
    filters: [...filters],
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  });
  return canceled || filePath === '' ? null : filePath;
}
