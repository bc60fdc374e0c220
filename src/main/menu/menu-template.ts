import type { MenuItemConstructorOptions } from 'electron';
import { commandName } from '../../bridge/command-name.ts';
import { type CommandDefinition, type CommandId, commandIds, commands } from '../../bridge/commands.ts';
import { keysIn } from '../../bridge/keymap.ts';
import type { MenuState } from '../../bridge/menu-state.ts';
import { t } from '../../core/messages/translate.ts';

/** What the menu is made from. */
export interface MenuSource {
  readonly state: MenuState;
  readonly platform: NodeJS.Platform;
  /** Developer tools are for developers. */
  readonly isPackaged: boolean;
  readonly choose: (id: CommandId) => void;
  /** Lets the page itself select all, as if the key had been pressed. */
  readonly selectAll: () => void;
}

type MenuName = CommandDefinition['menu'];
type Item = MenuItemConstructorOptions;

const menuNames: readonly MenuName[] = [
  'File',
  'Edit',
  'View',
  'Article',
  'Annotation',
  'Suggestions',
  'Go',
  'Tools',
  'Help',
];

/** The menu as it stands before the window has told anything of its project. */
export const initialMenuState: MenuState = {
  undo: null,
  redo: null,
  disabled: [],
  checked: [],
  tagNames: [],
  keymap: {},
};

/** The application menu: every command under its id, and the system's own items where people look for them. */
export function menuTemplate(source: MenuSource): Item[] {
  const menus = menuNames.map(
    (name): Item => ({ label: `&${t(`menu.${name}`)}`, submenu: itemsOf(name, source) }),
  );
  if (source.platform !== 'darwin') return menus;
  const withoutMarks = menus.map((menu): Item => ({ ...menu, label: menu.label?.slice(1) ?? '' }));
  return [applicationMenu(source), ...withoutMarks.toSpliced(menus.length - 1, 0, { role: 'windowMenu' })];
}

function itemsOf(menu: MenuName, source: MenuSource): Item[] {
  const items: Item[] = [];
  for (const id of commandIds) {
    const command: CommandDefinition = commands[id];
    if (command.menu !== menu || (id === 'help.about' && source.platform === 'darwin')) continue;
    if (command.group && items.length > 0) items.push({ type: 'separator' });
    items.push(...commandItems(id, command, source));
    if (id === 'edit.redo') items.push(...editingItems(source));
  }
  if (menu === 'File' && source.platform !== 'darwin') items.push({ type: 'separator' }, quitItem(source));
  if (menu === 'View') {
    items.push({ type: 'separator' }, { role: 'togglefullscreen', label: t('menu.fullScreen') });
    if (!source.isPackaged) items.push({ role: 'toggleDevTools', label: t('menu.developerTools') });
  }
  return items;
}

/** A command's item, and a hidden one for each further key. */
function commandItems(id: CommandId, command: CommandDefinition, source: MenuSource): Item[] {
  const { state, choose } = source;
  const [first, ...others] = keysIn(state.keymap, id);
  const enabled = isEnabled(id, state);
  const item: Item = {
    id,
    label: labelOf(id, state),
    enabled,
    visible: tagNumber(id) === 0 || tagNameOf(id, state) !== null,
    click: () => choose(id),
    ...(command.checkable ? { type: 'checkbox', checked: state.checked.includes(id) } : {}),
    ...(first === undefined ? {} : keyOf(first, command, source.platform)),
  };
  if (command.where === 'text') return [item];
  return [
    item,
    ...others.map(
      (key): Item => ({
        label: item.label ?? '',
        accelerator: key,
        acceleratorWorksWhenHidden: true,
        visible: false,
        enabled,
        click: () => choose(id),
      }),
    ),
  ];
}

/**
 * Keys of the article text are shown but left to the page, which knows what has the focus. macOS cannot show a key without taking
 * it, so there they are not shown.
 */
function keyOf(key: string, { where }: CommandDefinition, platform: NodeJS.Platform): Item {
  const accelerator = key.replace(/\+$/, 'Plus');
  if (where !== 'text') return { accelerator };
  return platform === 'darwin' ? {} : { accelerator, registerAccelerator: false };
}

/** The first tag item has number 1; what is no tag item has number 0. */
function tagNumber(id: CommandId): number {
  return Number(/^annotation\.tag(\d)$/.exec(id)?.[1] ?? 0);
}

function tagNameOf(id: CommandId, { tagNames }: MenuState): string | null {
  return tagNames[tagNumber(id) - 1] ?? null;
}

function labelOf(id: CommandId, state: MenuState): string {
  if (id === 'edit.undo' && state.undo !== null)
    return literal(t('commands.undoWhat', { change: state.undo }));
  if (id === 'edit.redo' && state.redo !== null)
    return literal(t('commands.redoWhat', { change: state.redo }));
  const tagName = tagNameOf(id, state);
  return literal(tagName === null ? commandName(id) : t('commands.tagAs', { tag: tagName }));
}

/** In a label `&` marks the next letter; two of them stand for one. */
function literal(text: string): string {
  return text.replaceAll('&', '&&');
}

function isEnabled(id: CommandId, state: MenuState): boolean {
  if (id === 'edit.undo' && state.undo === null) return false;
  if (id === 'edit.redo' && state.redo === null) return false;
  return !state.disabled.includes(id);
}

function editingItems({ platform, selectAll }: MenuSource): Item[] {
  return [
    { type: 'separator' },
    { role: 'cut', label: t('menu.cut') },
    { role: 'copy', label: t('menu.copy') },
    { role: 'paste', label: t('menu.paste') },
    // The system's own would select the whole page and not the article.
    platform === 'darwin'
      ? { role: 'selectAll', label: t('menu.selectAll') }
      : { label: t('menu.selectAll'), accelerator: 'Ctrl+A', registerAccelerator: false, click: selectAll },
  ];
}

/** Windows says it otherwise than the rest. */
function quitItem({ platform }: MenuSource): Item {
  return { role: 'quit', label: platform === 'win32' ? t('menu.quitOnWindows') : t('menu.quit') };
}

function applicationMenu({ choose }: MenuSource): Item {
  return {
    label: 'Ascribe',
    submenu: [
      { id: 'help.about', label: commandName('help.about'), click: () => choose('help.about') },
      { type: 'separator' },
      { role: 'services' },
      { type: 'separator' },
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      { type: 'separator' },
      { role: 'quit' },
    ],
  };
}
