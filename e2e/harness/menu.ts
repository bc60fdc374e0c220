import type { ElectronApplication } from '@playwright/test';

/**
 * Clicks an item of the app's menu.
 * @throws {Error} when there is no such item, or it is greyed out
 */
export async function menu(app: ElectronApplication, id: string): Promise<void> {
  await app.evaluate(({ Menu, BrowserWindow }, itemId) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(itemId);
    if (!item) throw new Error(`the menu has no item ${itemId}`);
    if (!item.enabled) throw new Error(`the menu item ${itemId} is disabled`);
    const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
    item.click(undefined, window, window?.webContents);
  }, id);
}

/** What the menu shows of an item, or undefined when there is none. */
export function menuItem(
  app: ElectronApplication,
  id: string,
): Promise<{ label: string; enabled: boolean; checked: boolean } | undefined> {
  return app.evaluate(({ Menu }, itemId) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(itemId);
    return item ? { label: item.label, enabled: item.enabled, checked: item.checked } : undefined;
  }, id);
}
