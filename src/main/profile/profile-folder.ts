import { join } from 'node:path';
import type { FileLayer } from '../disk/file-layer.ts';
import { removeTemporaries } from '../disk/remove-temporaries.ts';
import type { Log } from '../log/log.ts';
import { storeFolderName } from '../security/origin.ts';
import { OpeningNote } from '../window/opening-note.ts';
import { readWindowPlace, type WindowPlace } from '../window/window-place.ts';
import { Profile } from './profile.ts';
import { SettingsFile } from './settings-file.ts';
import { backUpStore } from './store-backup.ts';

/** What the profile's folder tells at a start. */
export interface ProfileFolder {
  readonly profile: Profile;
  readonly settings: SettingsFile;
  readonly place: WindowPlace | undefined;
  readonly opening: OpeningNote;
  /** Settles when the working store has been copied aside. */
  readonly storeCopied: Promise<void>;
}

/** @throws a Node file-system error when the profile cannot be used */
export async function openProfileFolder(layer: FileLayer, folder: string, log: Log): Promise<ProfileFolder> {
  const now = () => new Date();
  const storeFolder = join(folder, 'IndexedDB', storeFolderName);
  const [profile, settings, place] = await Promise.all([
    Profile.open({ layer, folder, storeFolder, now, log }),
    SettingsFile.open(layer, folder, log),
    readWindowPlace(layer, folder),
  ]);
  const opening = await OpeningNote.open({ layer, folder, readOnly: profile.readOnly !== null, log });
  if (profile.readOnly !== null) return { profile, settings, place, opening, storeCopied: Promise.resolve() };
  const storeCopied = Promise.all([
    backUpStore({ layer, storeFolder, copiesFolder: join(folder, 'store-copies'), now, log }),
    removeTemporaries(layer, folder).catch((error) => log.warning(`profile: ${error}`)),
  ]).then(() => undefined);
  return { profile, settings, place, opening, storeCopied };
}
