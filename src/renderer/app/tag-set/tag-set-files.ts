import { readTagSet, type TagSetReading } from '../../../core/formats/read-tag-set.ts';
import { tagSetBytes } from '../../../core/formats/write-tag-set.ts';
import type { Application } from '../application.ts';
import { saveFile } from '../exchange/save-file.ts';

/** A tag set that was read from a file. */
export interface IncomingTagSet extends TagSetReading {
  readonly fileName: string;
}

/** Writes the project's tag set where the person says. */
export async function exportTagSet(app: Application): Promise<void> {
  const { project } = app.workbench.project.getState();
  await saveFile(app, {
    suggestedName: `${project.name} tag set.json`,
    filter: { name: 'Tag set', extensions: ['json'] },
    bytes: tagSetBytes(project.tagSet, project.name),
  });
}

/** Lets the person choose a tag set's file and reads it. Null when nothing was chosen or it cannot be read; then a message says why. */
export async function chooseTagSet(app: Application): Promise<IncomingTagSet | null> {
  const { files, refused } = await app.bridge.request('files.choose', { purpose: 'tagSet' });
  const [file] = files;
  if (file === undefined) {
    if (refused.length > 0) fail(app, refused);
    return null;
  }
  const bytes = await app.bridge.request('files.read', { token: file.token });
  const read = bytes.ok ? readTagSet(bytes.value) : bytes;
  if (read.ok) return { ...read.value, fileName: file.name };
  fail(app, [{ name: file.name, message: read.reason.message }]);
  return null;
}

function fail(
  app: Application,
  failures: readonly { readonly name: string; readonly message: string }[],
): void {
  app.interface.setState({ dialog: { kind: 'failures', opened: 0, failures } });
}
