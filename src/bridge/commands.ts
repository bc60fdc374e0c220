import { z } from 'zod';

/**
 * Every command of the app: its menu and its keys. The one list that menu, palette, key handling and keyboard help read. Ids are part of the interface
 * contract; what a command is called stands under its id in the catalogue of messages.
 *
 * `keys` are in Electron's accelerator form. `where: 'app'` keys work anywhere (through the menu); `where: 'text'` keys
 * work while the article text has the focus, so that they can be plain letters.
 */
export interface CommandDefinition {
  readonly menu:
    | 'File'
    | 'Edit'
    | 'View'
    | 'Article'
    | 'Annotation'
    | 'Suggestions'
    | 'Go'
    | 'Tools'
    | 'Help';
  readonly keys?: readonly string[];
  readonly where?: 'app' | 'text';
  /** Starts a new group in its menu. */
  readonly group?: true;
  readonly checkable?: true;
}

export const commands = {
  'file.open': { menu: 'File', keys: ['CmdOrCtrl+O'] },
  'file.openFolder': { menu: 'File', keys: ['CmdOrCtrl+Shift+O'] },
  'file.paste': { menu: 'File', keys: ['CmdOrCtrl+Shift+V'] },
  'file.keepOriginals': { menu: 'File', checkable: true },
  'file.import': { menu: 'File', keys: ['CmdOrCtrl+Shift+I'], group: true },
  'file.export': { menu: 'File', keys: ['CmdOrCtrl+E'] },
  'file.showTrash': { menu: 'File', group: true },
  'file.projects': { menu: 'File', keys: ['CmdOrCtrl+Shift+P'], group: true },
  'file.newProject': { menu: 'File' },
  'file.renameProject': { menu: 'File' },
  'file.duplicateProject': { menu: 'File' },
  'file.archiveProject': { menu: 'File' },
  'file.restoreProject': { menu: 'File' },
  'file.exportSettings': { menu: 'File', group: true },
  'file.importSettings': { menu: 'File' },

  'edit.undo': { menu: 'Edit', keys: ['CmdOrCtrl+Z'] },
  'edit.redo': { menu: 'Edit', keys: ['CmdOrCtrl+Shift+Z', 'CmdOrCtrl+Y'] },
  'edit.find': { menu: 'Edit', keys: ['CmdOrCtrl+F'], group: true },
  'edit.findNext': { menu: 'Edit', keys: ['F3', 'CmdOrCtrl+G'] },
  'edit.findPrevious': { menu: 'Edit', keys: ['Shift+F3', 'CmdOrCtrl+Shift+G'] },
  'edit.findInProject': { menu: 'Edit', keys: ['CmdOrCtrl+Shift+F'] },
  'edit.snapToWords': { menu: 'Edit', checkable: true, group: true },
  'edit.assignKnownNames': { menu: 'Edit', checkable: true },

  'article.todo': { menu: 'Article', checkable: true },
  'article.inProgress': { menu: 'Article', checkable: true },
  'article.done': { menu: 'Article', keys: ['CmdOrCtrl+Enter'], checkable: true },
  'article.discuss': { menu: 'Article', checkable: true },
  'article.beginByTagging': {
    menu: 'Article',
    checkable: true,
  },
  'article.labels': { menu: 'Article', keys: ['CmdOrCtrl+L'], group: true },
  'article.note': { menu: 'Article' },
  'article.carryOver': { menu: 'Article' },
  'article.readAgain': { menu: 'Article' },
  'article.readWholePage': { menu: 'Article' },
  'file.details': { menu: 'Article', keys: ['CmdOrCtrl+I'] },
  'article.moveUp': { menu: 'Article', group: true },
  'article.moveDown': { menu: 'Article' },
  'article.moveToTop': { menu: 'Article' },
  'article.moveToEnd': { menu: 'Article' },
  'file.trash': {
    menu: 'Article',
    keys: ['CmdOrCtrl+Shift+Backspace'],
    group: true,
  },

  'annotation.tag1': { menu: 'Annotation', keys: ['1'], where: 'text' },
  'annotation.tag2': { menu: 'Annotation', keys: ['2'], where: 'text' },
  'annotation.tag3': { menu: 'Annotation', keys: ['3'], where: 'text' },
  'annotation.tag4': { menu: 'Annotation', keys: ['4'], where: 'text' },
  'annotation.tag5': { menu: 'Annotation', keys: ['5'], where: 'text' },
  'annotation.tag6': { menu: 'Annotation', keys: ['6'], where: 'text' },
  'annotation.tag7': { menu: 'Annotation', keys: ['7'], where: 'text' },
  'annotation.tag8': { menu: 'Annotation', keys: ['8'], where: 'text' },
  'annotation.tag9': { menu: 'Annotation', keys: ['9'], where: 'text' },
  'annotation.pen': {
    menu: 'Annotation',
    keys: ['P'],
    where: 'text',
    checkable: true,
  },
  'annotation.retag': { menu: 'Annotation', keys: ['T'], where: 'text', group: true },
  'annotation.attributes': { menu: 'Annotation', keys: ['A'], where: 'text' },
  'annotation.note': { menu: 'Annotation', keys: ['N'], where: 'text' },
  'annotation.flag': { menu: 'Annotation', keys: ['F'], where: 'text' },
  'annotation.guideline': { menu: 'Annotation', keys: ['G'], where: 'text' },
  'annotation.delete': {
    menu: 'Annotation',
    keys: ['Delete', 'Backspace'],
    where: 'text',
  },
  'annotation.growEnd': {
    menu: 'Annotation',
    keys: [']'],
    where: 'text',
    group: true,
  },
  'annotation.shrinkEnd': {
    menu: 'Annotation',
    keys: ['['],
    where: 'text',
  },
  'annotation.growStart': {
    menu: 'Annotation',
    keys: ['{'],
    where: 'text',
  },
  'annotation.shrinkStart': {
    menu: 'Annotation',
    keys: ['}'],
    where: 'text',
  },
  'annotation.growEndByCharacter': {
    menu: 'Annotation',
    keys: ['Alt+]'],
    where: 'text',
  },
  'annotation.shrinkEndByCharacter': {
    menu: 'Annotation',
    keys: ['Alt+['],
    where: 'text',
  },
  'annotation.growStartByCharacter': {
    menu: 'Annotation',
    keys: ['Alt+{'],
    where: 'text',
  },
  'annotation.shrinkStartByCharacter': {
    menu: 'Annotation',
    keys: ['Alt+}'],
    where: 'text',
  },
  'annotation.addFragment': {
    menu: 'Annotation',
    keys: ['+'],
    where: 'text',
    group: true,
  },
  'annotation.removeFragment': {
    menu: 'Annotation',
    keys: ['-'],
    where: 'text',
  },
  'annotation.merge': {
    menu: 'Annotation',
    keys: ['M'],
    where: 'text',
  },
  'annotation.split': { menu: 'Annotation', keys: ['X'], where: 'text' },
  'annotation.claimHere': {
    menu: 'Annotation',
    keys: ['C'],
    where: 'text',
    group: true,
  },
  'annotation.link': { menu: 'Annotation', keys: ['R'], where: 'text' },
  'annotation.entity': { menu: 'Annotation', keys: ['E'], where: 'text' },
  'annotation.linkPlace': {
    menu: 'Annotation',
    keys: ['L'],
    where: 'text',
  },
  'annotation.linkDate': { menu: 'Annotation', keys: ['D'], where: 'text' },
  'annotation.noSpeaker': {
    menu: 'Annotation',
    keys: ['0'],
    where: 'text',
    checkable: true,
  },
  'annotation.tagEverywhere': {
    menu: 'Annotation',
    keys: ['O'],
    where: 'text',
  },

  'suggestion.show': {
    menu: 'Suggestions',
    keys: ['H'],
    where: 'text',
    checkable: true,
  },
  'suggestion.next': {
    menu: 'Suggestions',
    keys: ['U'],
    where: 'text',
    group: true,
  },
  'suggestion.previous': {
    menu: 'Suggestions',
    keys: ['Shift+U'],
    where: 'text',
  },
  'suggestion.accept': {
    menu: 'Suggestions',
    keys: ['Y'],
    where: 'text',
    group: true,
  },
  'suggestion.acceptAndEdit': {
    menu: 'Suggestions',
    keys: ['I'],
    where: 'text',
  },
  'suggestion.refuse': { menu: 'Suggestions', keys: ['W'], where: 'text' },
  'suggestion.acceptRule': { menu: 'Suggestions', group: true },
  'suggestion.refuseRule': { menu: 'Suggestions' },
  'suggestion.leastSureFirst': {
    menu: 'Suggestions',
    checkable: true,
    group: true,
  },
  'suggestion.rules': {
    menu: 'Suggestions',
    keys: ['CmdOrCtrl+Shift+R'],
    checkable: true,
  },
  'suggestion.learn': { menu: 'Suggestions', group: true },
  'suggestion.learnt': { menu: 'Suggestions' },
  'suggestion.forget': { menu: 'Suggestions' },

  'annotation.next': { menu: 'Go', keys: ['J'], where: 'text' },
  'annotation.previous': { menu: 'Go', keys: ['K'], where: 'text' },
  'annotation.atCaret': {
    menu: 'Go',
    keys: ['Enter'],
    where: 'text',
  },
  'annotation.selectText': { menu: 'Go', keys: ['S'], where: 'text' },
  'go.nextQuote': {
    menu: 'Go',
    keys: ['Q'],
    where: 'text',
  },
  'go.nextArticle': { menu: 'Go', keys: ['CmdOrCtrl+PageDown'], group: true },
  'go.previousArticle': { menu: 'Go', keys: ['CmdOrCtrl+PageUp'] },
  'go.nextUnfinished': {
    menu: 'Go',
    keys: ['CmdOrCtrl+Shift+PageDown'],
  },
  'go.articles': { menu: 'Go', keys: ['CmdOrCtrl+1'], group: true },
  'go.articleSearch': { menu: 'Go', keys: ['CmdOrCtrl+Shift+A'] },
  'go.text': { menu: 'Go', keys: ['CmdOrCtrl+2'] },
  'go.annotations': { menu: 'Go', keys: ['CmdOrCtrl+3'] },
  'go.card': { menu: 'Go', keys: ['CmdOrCtrl+4'] },

  'view.commandPalette': { menu: 'View', keys: ['CmdOrCtrl+K'] },
  'view.overview': {
    menu: 'View',
    keys: ['CmdOrCtrl+Shift+U'],
    checkable: true,
  },
  'view.articles': {
    menu: 'View',
    keys: ['CmdOrCtrl+B'],
    checkable: true,
    group: true,
  },
  'view.side': { menu: 'View', keys: ['CmdOrCtrl+Alt+B'], checkable: true },
  'view.margin': {
    menu: 'View',
    keys: ['CmdOrCtrl+Alt+M'],
    checkable: true,
  },
  'view.cast': { menu: 'View', keys: ['CmdOrCtrl+Shift+C'], checkable: true, group: true },
  'view.themeSystem': { menu: 'View', checkable: true, group: true },
  'view.themeLight': { menu: 'View', checkable: true },
  'view.themeDark': { menu: 'View', checkable: true },
  'view.zoomIn': { menu: 'View', keys: ['CmdOrCtrl+=', 'CmdOrCtrl+Plus'], group: true },
  'view.zoomOut': { menu: 'View', keys: ['CmdOrCtrl+-'] },
  'view.zoomReset': { menu: 'View', keys: ['CmdOrCtrl+0'] },
  'view.widerColumn': { menu: 'View', keys: ['CmdOrCtrl+Alt+Right'] },
  'view.narrowerColumn': { menu: 'View', keys: ['CmdOrCtrl+Alt+Left'] },

  'view.tagSet': { menu: 'Tools', keys: ['CmdOrCtrl+Shift+T'], checkable: true },
  'tools.doctor': { menu: 'Tools' },
  'help.keys': { menu: 'Help', keys: ['?'], where: 'text' },
  'help.tour': { menu: 'Help' },
  'help.errorReport': { menu: 'Help', group: true },
  'help.notices': { menu: 'Help' },
  'help.about': { menu: 'Help' },
} as const satisfies Record<string, CommandDefinition>;

export type CommandId = keyof typeof commands;

export const commandIds = Object.keys(commands) as CommandId[];

export const commandIdSchema = z.enum(commandIds as [CommandId, ...CommandId[]]);
