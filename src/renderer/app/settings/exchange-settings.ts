import { Sha256 } from '../../../core/formats/sha256.ts';
import type { Application } from '../application.ts';
import { writeExport } from '../exchange/write-export.ts';
import { readSettings, settingsText } from './settings-file.ts';

/** Writes the settings, keys and all, into a file that another Ascribe can read. */
export async function exportSettings(app: Application): Promise<void> {
  const chosen = await app.bridge.request('exports.choose', {
    title: 'Export settings',
    suggestedName: 'ascribe-settings.json',
    filters: [{ name: 'Settings', extensions: ['json'] }],
  });
  if (chosen === null) return;
  const bytes = new TextEncoder().encode(settingsText(app.settings.current));
  async function* pieces() {
    yield { kind: 'bytes' as const, bytes, articlesDone: 0 };
    yield { kind: 'end' as const, sha256: Sha256.of(bytes), byteLength: bytes.length };
  }
  try {
    await writeExport(app, chosen.token, pieces(), { isCancelled: () => false, report: () => undefined });
    app.notices.inform(`“${chosen.fileName}” written: your settings and keys.`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    app.notices.warn(`“${chosen.fileName}” was not written. ${reason}`);
  }
}

/** Takes settings from a file. What cannot be used stays as it is, and is named. */
export async function importSettings(app: Application): Promise<void> {
  const { files, refused } = await app.bridge.request('files.choose', { purpose: 'settings' });
  const [file] = files;
  if (file === undefined) {
    for (const { message } of refused) app.notices.warn(message);
    return;
  }
  const bytes = await app.bridge.request('files.read', { token: file.token });
  if (!bytes.ok) {
    app.notices.warn(bytes.reason.message);
    return;
  }
  const read = readSettings(new TextDecoder().decode(bytes.value.bytes), app.settings.current);
  if (!read.ok) {
    app.notices.warn(`“${file.name}” was not taken in: ${read.reason}. Nothing was changed.`);
    return;
  }
  app.settings.change(read.value.settings);
  const { unusable } = read.value;
  const left =
    unusable.length === 0
      ? ''
      : ` Left as they were, for their values cannot be used: ${unusable.join(', ')}.`;
  app.notices.inform(`The settings of “${file.name}” are in force.${left}`);
}
