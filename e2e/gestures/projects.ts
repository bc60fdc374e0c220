import { expect, type Page } from '@playwright/test';
import { answerSaveDialog } from '../harness/dialogs.ts';
import type { RunningApp } from '../harness/launch.ts';
import { menu } from '../harness/menu.ts';

/** Waits until the project of this name is the open one, and its articles can be seen. */
export async function expectProject(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('button', { name: new RegExp(`^${name} · `) })).toBeVisible();
}

/** Makes a project and opens it, as a person does. */
export async function makeProject({ app, page }: RunningApp, name: string): Promise<void> {
  await menu(app, 'file.newProject');
  await page.getByRole('dialog', { name: 'New project' }).getByRole('textbox', { name: 'Name' }).fill(name);
  await page.keyboard.press('Enter');
  await expectProject(page, name);
}

/** Opens another project by its name. */
export async function switchProject({ app, page }: RunningApp, name: string): Promise<void> {
  await menu(app, 'file.projects');
  const dialog = page.getByRole('dialog', { name: 'Projects' });
  await dialog.getByRole('combobox', { name: 'Search projects' }).fill(name);
  await expect(dialog.getByRole('option').first()).toContainText(name);
  await page.keyboard.press('Enter');
  await expectProject(page, name);
}

/** Writes the open project into one file. */
export async function archiveProject({ app, page }: RunningApp, path: string): Promise<void> {
  await answerSaveDialog(app, path);
  await menu(app, 'file.archiveProject');
  await expect(page.getByRole('log', { name: 'Messages' }).getByText(/\.ascribe” written/)).toBeVisible();
}
