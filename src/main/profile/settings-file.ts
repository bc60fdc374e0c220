import { join } from 'node:path';
import { defaultSettings, type Settings, settingsSchema } from '../../bridge/settings.ts';
import { errorCode, type FileLayer } from '../disk/file-layer.ts';
import { readWhole } from '../disk/read-whole.ts';
import { writeAtomically } from '../disk/write-atomically.ts';
import type { Log } from '../log/log.ts';

/** What the person set, in `settings.json` of the profile. */
export class SettingsFile {
  readonly #layer: FileLayer;
  readonly #path: string;
  #last: Promise<unknown> = Promise.resolve();
  current: Settings;

  private constructor(layer: FileLayer, path: string, current: Settings) {
    this.#layer = layer;
    this.#path = path;
    this.current = current;
  }

  /** Values that are missing or wrong are as at the start; the file itself is not touched by reading it. */
  static async open(layer: FileLayer, folder: string, log: Log): Promise<SettingsFile> {
    const path = join(folder, 'settings.json');
    try {
      const raw: unknown = JSON.parse(Buffer.from(await readWhole(layer, path)).toString('utf8'));
      return new SettingsFile(layer, path, lenientSettings(raw));
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') log.warning(`settings: not readable, defaults used (${error})`);
      return new SettingsFile(layer, path, defaultSettings);
    }
  }

  /**
   * Uses the settings at once, and writes them. Of several that wait, each is written in turn.
   * @throws a Node file-system error; the settings are in use all the same
   */
  async save(settings: Settings): Promise<void> {
    this.current = settings;
    const bytes = Buffer.from(`${JSON.stringify(settings, null, 2)}\n`);
    const turn = this.#last.then(() => writeAtomically(this.#layer, this.#path, bytes));
    this.#last = turn.catch(() => undefined);
    await turn;
  }
}

/** A value that this version does not know is left out, so that it does not spoil the others. */
function lenientSettings(raw: unknown): Settings {
  const known = Object.keys(defaultSettings);
  const given = typeof raw === 'object' && raw !== null ? Object.entries(raw) : [];
  return settingsSchema.parse(Object.fromEntries(given.filter(([key]) => known.includes(key))));
}
