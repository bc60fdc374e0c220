import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, type Locator } from '@playwright/test';
import { answerOpenDialog, answerSaveDialog } from '../harness/dialogs.ts';
import type { RunningApp } from '../harness/launch.ts';
import { menu } from '../harness/menu.ts';

export interface Dataset {
  readonly project: { readonly name: string; readonly createdAt: string };
  readonly articles: readonly {
    readonly id: string;
    readonly title: string;
    readonly text: string;
    readonly spans: readonly { readonly tag: string; readonly start: number; readonly text: string }[];
    readonly relations: readonly { readonly type: string }[];
  }[];
}

/** Exports to `path` by the dialog as it opens: the whole project, in the native format. What comes of it is not waited for. */
export async function beginExport({ app, page }: RunningApp, path: string): Promise<void> {
  await answerSaveDialog(app, path);
  await menu(app, 'file.export');
  const dialog = page.getByRole('dialog', { name: 'Export dataset' });
  await expect(dialog.getByRole('button', { name: 'Export…' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
}

/** Exports the whole project and reads the file. */
export async function exportDataset(running: RunningApp, path: string): Promise<Dataset> {
  await beginExport(running, path);
  const messages = running.page.getByRole('log', { name: 'Messages' });
  await expect(messages.getByText(`“${basename(path)}” written`)).toBeVisible();
  return JSON.parse(readFileSync(path, 'utf8')) as Dataset;
}

/** Chooses a dataset to import. @returns the dialog that offers it */
export async function offerDataset({ app, page }: RunningApp, path: string): Promise<Locator> {
  await answerOpenDialog(app, [path]);
  await menu(app, 'file.import');
  return page.getByRole('dialog', { name: 'Import dataset' });
}
