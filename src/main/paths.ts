import { dirname, join } from 'node:path';

/** Folders of the built app, seen from the built main file. */
const built = join(import.meta.dirname, '..');

export const preloadFile = join(built, 'preload/index.cjs');
export const rendererFolder = join(built, 'renderer');
export const iconFile = join(built, '../resources/icons/256x256.png');

/** The folder of the app: of its sources, or the archive in an installed one. */
export const appFolder = join(built, '..');
/** Put beside the executable of an installed app. */
export const noticesFile = join(dirname(process.execPath), 'THIRD-PARTY-NOTICES.txt');
