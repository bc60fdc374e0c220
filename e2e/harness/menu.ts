import { type ElectronApplication, expect } from '@playwright/test';

interface MenuItemShown {
  label: string;
  enabled: boolean;
  checked: boolean;
}

/**
 * Asks the main process. The inspector of the main process now and then loses the promise of an
 * answer to the garbage collector although the question was carried out; the question is then put
 * again, so it must be one that may be asked twice.
 */
async function askMain<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Error && error.message.includes('promise was garbage collected')) return ask();
    throw error;
  }
}

let clicks = 0;

/**
 * Clicks an item of the app's menu, once it can be: what a menu offers follows the last act by a
 * message from the renderer.
 * @throws {Error} when there is no such item, or it stays greyed out
 */
export async function menu(app: ElectronApplication, id: string): Promise<void> {
  await expect
    .poll(async () => (await menuItem(app, id))?.enabled, { message: `the menu offers ${id}` })
    .toBe(true);
  clicks += 1;
  const click = { id, number: String(clicks) };
  await askMain(() =>
    app.evaluate(({ Menu, BrowserWindow }, wanted) => {
      if (process.env.ASCRIBE_CLICKED === wanted.number) return;
      process.env.ASCRIBE_CLICKED = wanted.number;
      const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
      Menu.getApplicationMenu()?.getMenuItemById(wanted.id)?.click(undefined, window, window?.webContents);
    }, click),
  );
}

/** What the menu shows of an item, or undefined when there is none. */
export function menuItem(app: ElectronApplication, id: string): Promise<MenuItemShown | undefined> {
  return askMain(() =>
    app.evaluate(({ Menu }, itemId) => {
      const item = Menu.getApplicationMenu()?.getMenuItemById(itemId);
      return item ? { label: item.label, enabled: item.enabled, checked: item.checked } : undefined;
    }, id),
  );
}
