import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import {
  type CommandDefinition,
  type CommandId,
  commandIds,
  commands,
} from '../../../src/bridge/commands.ts';
import { initialMenuState, type MenuSource, menuTemplate } from '../../../src/main/menu/menu-template.ts';

function template(source: Partial<MenuSource> = {}): MenuItemConstructorOptions[] {
  return menuTemplate({
    state: initialMenuState,
    platform: 'linux',
    isPackaged: true,
    choose: () => undefined,
    selectAll: () => undefined,
    ...source,
  });
}

function itemsOf(menus: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return menus.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
}

function item(id: CommandId, source: Partial<MenuSource> = {}): MenuItemConstructorOptions {
  const found = itemsOf(template(source)).filter((each) => each.id === id);
  if (found.length !== 1 || found[0] === undefined) throw new Error(`${id} is there ${found.length} times`);
  return found[0];
}

describe('the menu', () => {
  it.each(['linux', 'win32', 'darwin'] as const)('has every command once, under its id: %s', (platform) => {
    for (const id of commandIds) expect(item(id, { platform }).id).toBe(id);
  });

  it('has every key of every command, those of the text unregistered', () => {
    const items = itemsOf(template());
    for (const id of commandIds) {
      const command: CommandDefinition = commands[id];
      const [first, ...others] = command.keys ?? [];
      expect(item(id).accelerator).toBe(first?.replace(/\+$/, 'Plus'));
      if (command.where === 'text') expect(item(id).registerAccelerator).toBe(false);
      else
        for (const key of others)
          expect(items.some(({ accelerator, visible }) => accelerator === key && !visible)).toBe(true);
    }
  });

  it('takes no plain letter for itself on macOS', () => {
    expect(item('annotation.tag1', { platform: 'darwin' }).accelerator).toBeUndefined();
    expect(item('file.open', { platform: 'darwin' }).accelerator).toBe('CmdOrCtrl+O');
  });

  it('has no key twice', () => {
    const keys = itemsOf(template()).flatMap(({ accelerator }) => accelerator ?? []);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('names what would be undone, and greys out what cannot be', () => {
    const state = { ...initialMenuState, undo: 'tag “R&D”', disabled: ['file.export' as const] };
    expect(item('edit.undo', { state })).toMatchObject({ label: 'Undo tag “R&&D”', enabled: true });
    expect(item('edit.redo', { state })).toMatchObject({ label: 'Redo', enabled: false });
    expect(item('file.export', { state }).enabled).toBe(false);
    expect(item('file.open', { state }).enabled).toBe(true);
  });

  it('names the tags there are and hides the items of others', () => {
    const state = { ...initialMenuState, tagNames: ['Speaker', 'Claim', null, 'Date'] };
    expect(item('annotation.tag2', { state })).toMatchObject({ label: 'Tag as Claim', visible: true });
    expect(item('annotation.tag3', { state }).visible).toBe(false);
    expect(item('annotation.tag4', { state })).toMatchObject({ label: 'Tag as Date', visible: true });
    expect(item('annotation.tag5', { state }).visible).toBe(false);
    expect(item('annotation.pen', { state }).visible).toBe(true);
  });

  it('ticks what is on', () => {
    const state = { ...initialMenuState, checked: ['view.themeDark' as const] };
    expect(item('view.themeDark', { state })).toMatchObject({ type: 'checkbox', checked: true });
    expect(item('view.themeLight', { state })).toMatchObject({ type: 'checkbox', checked: false });
  });

  it('sends the command that was chosen', () => {
    const chosen: CommandId[] = [];
    const choose = (id: CommandId) => chosen.push(id);
    const click = item('file.export', { choose }).click as (() => void) | undefined;
    click?.();
    expect(chosen).toEqual(['file.export']);
  });

  it('offers developer tools to developers and a reload to nobody', () => {
    const roles = (isPackaged: boolean) =>
      itemsOf(template({ isPackaged })).flatMap(({ role }) => role ?? []);
    expect(roles(true)).not.toContain('toggleDevTools');
    expect(roles(false)).toContain('toggleDevTools');
    expect(roles(false)).not.toContain('reload');
  });
});
