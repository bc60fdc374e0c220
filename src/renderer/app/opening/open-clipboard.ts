import { readOneArticle } from '../../../core/formats/reading/read-one-article.ts';
import { createIdentifier } from '../../../core/model/identifier.ts';
import type { Application } from '../application.ts';
import { Intake } from './intake.ts';

/** Stands where other articles have their file's name. */
const pastedName = 'Pasted text';

/** Makes an article of the text on the clipboard. */
export async function openClipboard(app: Application): Promise<void> {
  const { text } = await app.bridge.request('clipboard.readText', {});
  await openPastedText(app, text);
}

export async function openPastedText(app: Application, text: string): Promise<void> {
  if (text.trim() === '') {
    app.notices.inform('There is no text on the clipboard. Copy an article’s text first.');
    return;
  }
  const bytes = new TextEncoder().encode(text);
  const read = await readOneArticle(app.readArticles, { name: pastedName, bytes }, { encoding: 'utf-8' });
  if (!read.ok) {
    app.notices.warn(read.reason.message);
    return;
  }
  const host = {
    records: () => [...app.workbench.project.getState().articles.values()].map(({ record }) => record),
    commit: app.workbench.commit.bind(app.workbench),
    newId: createIdentifier,
    now: () => new Date().toISOString(),
  };
  const intake = new Intake(host);
  const taken = await intake.add(read.value, null);
  if (intake.commit(`open “${pastedName}”`) && 'id' in taken) await app.workbench.openArticle(taken.id);
}
