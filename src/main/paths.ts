import { join } from 'node:path';

/** Folders of the built app, seen from the built main file. */
const built = join(import.meta.dirname, '..');

export const preloadFile = join(built, 'preload/index.cjs');
export const rendererFolder = join(built, 'renderer');
export const iconFile = join(built, '../resources/icons/256x256.png');
