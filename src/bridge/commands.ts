import { z } from 'zod';

/**
 * Every command of the app: its menu item, its name in the palette and its keys. The one list that menu, palette, key
 * handling and keyboard help read. Ids are part of the interface contract.
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
  readonly title: string;
  readonly keys?: readonly string[];
  readonly where?: 'app' | 'text';
  /** Starts a new group in its menu. */
  readonly group?: true;
  readonly checkable?: true;
}

export const commands = {
  'file.open': { menu: 'File', title: 'Open…', keys: ['CmdOrCtrl+O'] },
  'file.openFolder': { menu: 'File', title: 'Open folder…', keys: ['CmdOrCtrl+Shift+O'] },
  'file.paste': { menu: 'File', title: 'New article from clipboard', keys: ['CmdOrCtrl+Shift+V'] },
  'file.keepOriginals': { menu: 'File', title: 'Keep original files', checkable: true },
  'file.import': { menu: 'File', title: 'Import dataset…', keys: ['CmdOrCtrl+Shift+I'], group: true },
  'file.export': { menu: 'File', title: 'Export dataset…', keys: ['CmdOrCtrl+E'] },
  'file.showTrash': { menu: 'File', title: 'Trash…', group: true },
  'file.projects': { menu: 'File', title: 'Projects…', keys: ['CmdOrCtrl+Shift+P'], group: true },
  'file.newProject': { menu: 'File', title: 'New project…' },
  'file.renameProject': { menu: 'File', title: 'Rename project…' },
  'file.duplicateProject': { menu: 'File', title: 'Duplicate project…' },
  'file.archiveProject': { menu: 'File', title: 'Archive project to file…' },
  'file.restoreProject': { menu: 'File', title: 'Restore project from file…' },
  'file.exportSettings': { menu: 'File', title: 'Export settings…', group: true },
  'file.importSettings': { menu: 'File', title: 'Import settings…' },

  'edit.undo': { menu: 'Edit', title: 'Undo', keys: ['CmdOrCtrl+Z'] },
  'edit.redo': { menu: 'Edit', title: 'Redo', keys: ['CmdOrCtrl+Shift+Z', 'CmdOrCtrl+Y'] },
  'edit.find': { menu: 'Edit', title: 'Find in article', keys: ['CmdOrCtrl+F'], group: true },
  'edit.findNext': { menu: 'Edit', title: 'Find next', keys: ['F3', 'CmdOrCtrl+G'] },
  'edit.findPrevious': { menu: 'Edit', title: 'Find previous', keys: ['Shift+F3', 'CmdOrCtrl+Shift+G'] },
  'edit.findInProject': { menu: 'Edit', title: 'Find in project', keys: ['CmdOrCtrl+Shift+F'] },
  'edit.snapToWords': { menu: 'Edit', title: 'Snap selections to words', checkable: true, group: true },
  'edit.assignKnownNames': { menu: 'Edit', title: 'Assign known names while tagging', checkable: true },

  'article.todo': { menu: 'Article', title: 'Mark as to do', checkable: true },
  'article.inProgress': { menu: 'Article', title: 'Mark as in progress', checkable: true },
  'article.done': { menu: 'Article', title: 'Mark as done', keys: ['CmdOrCtrl+Enter'], checkable: true },
  'article.discuss': { menu: 'Article', title: 'Mark as needing discussion', checkable: true },
  'article.beginByTagging': {
    menu: 'Article',
    title: 'Tagging puts an article in progress',
    checkable: true,
  },
  'article.labels': { menu: 'Article', title: 'Labels…', keys: ['CmdOrCtrl+L'], group: true },
  'article.note': { menu: 'Article', title: 'Article note…' },
  'article.carryOver': { menu: 'Article', title: 'Carry annotations over…' },
  'article.readAgain': { menu: 'Article', title: 'Read file again' },
  'article.readWholePage': { menu: 'Article', title: 'Read whole page' },
  'file.details': { menu: 'Article', title: 'Article details…', keys: ['CmdOrCtrl+I'] },
  'article.moveUp': { menu: 'Article', title: 'Move article up', group: true },
  'article.moveDown': { menu: 'Article', title: 'Move article down' },
  'article.moveToTop': { menu: 'Article', title: 'Move article to top' },
  'article.moveToEnd': { menu: 'Article', title: 'Move article to end' },
  'file.trash': {
    menu: 'Article',
    title: 'Move article to trash',
    keys: ['CmdOrCtrl+Shift+Backspace'],
    group: true,
  },

  'annotation.tag1': { menu: 'Annotation', title: 'Tag 1', keys: ['1'], where: 'text' },
  'annotation.tag2': { menu: 'Annotation', title: 'Tag 2', keys: ['2'], where: 'text' },
  'annotation.tag3': { menu: 'Annotation', title: 'Tag 3', keys: ['3'], where: 'text' },
  'annotation.tag4': { menu: 'Annotation', title: 'Tag 4', keys: ['4'], where: 'text' },
  'annotation.tag5': { menu: 'Annotation', title: 'Tag 5', keys: ['5'], where: 'text' },
  'annotation.tag6': { menu: 'Annotation', title: 'Tag 6', keys: ['6'], where: 'text' },
  'annotation.tag7': { menu: 'Annotation', title: 'Tag 7', keys: ['7'], where: 'text' },
  'annotation.tag8': { menu: 'Annotation', title: 'Tag 8', keys: ['8'], where: 'text' },
  'annotation.tag9': { menu: 'Annotation', title: 'Tag 9', keys: ['9'], where: 'text' },
  'annotation.pen': {
    menu: 'Annotation',
    title: 'Tag first, then select',
    keys: ['P'],
    where: 'text',
    checkable: true,
  },
  'annotation.retag': { menu: 'Annotation', title: 'Change tag…', keys: ['T'], where: 'text', group: true },
  'annotation.attributes': { menu: 'Annotation', title: 'Edit attributes', keys: ['A'], where: 'text' },
  'annotation.note': { menu: 'Annotation', title: 'Edit note', keys: ['N'], where: 'text' },
  'annotation.flag': { menu: 'Annotation', title: 'Flag for discussion', keys: ['F'], where: 'text' },
  'annotation.guideline': { menu: 'Annotation', title: 'Show guideline', keys: ['G'], where: 'text' },
  'annotation.delete': {
    menu: 'Annotation',
    title: 'Delete annotation',
    keys: ['Delete', 'Backspace'],
    where: 'text',
  },
  'annotation.growEnd': {
    menu: 'Annotation',
    title: 'Move end right by a word',
    keys: [']'],
    where: 'text',
    group: true,
  },
  'annotation.shrinkEnd': {
    menu: 'Annotation',
    title: 'Move end left by a word',
    keys: ['['],
    where: 'text',
  },
  'annotation.growStart': {
    menu: 'Annotation',
    title: 'Move start left by a word',
    keys: ['{'],
    where: 'text',
  },
  'annotation.shrinkStart': {
    menu: 'Annotation',
    title: 'Move start right by a word',
    keys: ['}'],
    where: 'text',
  },
  'annotation.growEndByCharacter': {
    menu: 'Annotation',
    title: 'Move end right by a character',
    keys: ['Alt+]'],
    where: 'text',
  },
  'annotation.shrinkEndByCharacter': {
    menu: 'Annotation',
    title: 'Move end left by a character',
    keys: ['Alt+['],
    where: 'text',
  },
  'annotation.growStartByCharacter': {
    menu: 'Annotation',
    title: 'Move start left by a character',
    keys: ['Alt+{'],
    where: 'text',
  },
  'annotation.shrinkStartByCharacter': {
    menu: 'Annotation',
    title: 'Move start right by a character',
    keys: ['Alt+}'],
    where: 'text',
  },
  'annotation.addFragment': {
    menu: 'Annotation',
    title: 'Add selection as fragment',
    keys: ['+'],
    where: 'text',
    group: true,
  },
  'annotation.removeFragment': {
    menu: 'Annotation',
    title: 'Take selection out of annotation',
    keys: ['-'],
    where: 'text',
  },
  'annotation.merge': {
    menu: 'Annotation',
    title: 'Merge with another annotation…',
    keys: ['M'],
    where: 'text',
  },
  'annotation.split': { menu: 'Annotation', title: 'Split annotation', keys: ['X'], where: 'text' },
  'annotation.claimHere': {
    menu: 'Annotation',
    title: 'Claim as it is spoken',
    keys: ['C'],
    where: 'text',
    group: true,
  },
  'annotation.link': { menu: 'Annotation', title: 'Link to nearest speaker', keys: ['R'], where: 'text' },
  'annotation.entity': { menu: 'Annotation', title: 'Who is it?…', keys: ['E'], where: 'text' },
  'annotation.linkPlace': {
    menu: 'Annotation',
    title: 'Link to nearest location',
    keys: ['L'],
    where: 'text',
  },
  'annotation.linkDate': { menu: 'Annotation', title: 'Link to nearest date', keys: ['D'], where: 'text' },
  'annotation.noSpeaker': {
    menu: 'Annotation',
    title: 'No speaker is named',
    keys: ['0'],
    where: 'text',
    checkable: true,
  },
  'annotation.tagEverywhere': {
    menu: 'Annotation',
    title: 'Tag every occurrence…',
    keys: ['O'],
    where: 'text',
  },

  'suggestion.show': {
    menu: 'Suggestions',
    title: 'Show suggestions',
    keys: ['H'],
    where: 'text',
    checkable: true,
  },
  'suggestion.next': {
    menu: 'Suggestions',
    title: 'Next suggestion',
    keys: ['U'],
    where: 'text',
    group: true,
  },
  'suggestion.previous': {
    menu: 'Suggestions',
    title: 'Previous suggestion',
    keys: ['Shift+U'],
    where: 'text',
  },
  'suggestion.accept': {
    menu: 'Suggestions',
    title: 'Accept suggestion',
    keys: ['Y'],
    where: 'text',
    group: true,
  },
  'suggestion.acceptAndEdit': {
    menu: 'Suggestions',
    title: 'Accept suggestion and stay with it',
    keys: ['I'],
    where: 'text',
  },
  'suggestion.refuse': { menu: 'Suggestions', title: 'Refuse suggestion', keys: ['W'], where: 'text' },
  'suggestion.acceptRule': { menu: 'Suggestions', title: 'Accept all of this rule…', group: true },
  'suggestion.refuseRule': { menu: 'Suggestions', title: 'Refuse all of this rule' },
  'suggestion.leastSureFirst': {
    menu: 'Suggestions',
    title: 'Least sure first',
    checkable: true,
    group: true,
  },
  'suggestion.rules': {
    menu: 'Suggestions',
    title: 'Suggestion rules',
    keys: ['CmdOrCtrl+Shift+R'],
    checkable: true,
  },
  'suggestion.learn': { menu: 'Suggestions', title: 'Learn from this project', group: true },
  'suggestion.learnt': { menu: 'Suggestions', title: 'What was learnt…' },
  'suggestion.forget': { menu: 'Suggestions', title: 'Forget what was learnt' },

  'annotation.next': { menu: 'Go', title: 'Next annotation', keys: ['J'], where: 'text' },
  'annotation.previous': { menu: 'Go', title: 'Previous annotation', keys: ['K'], where: 'text' },
  'annotation.atCaret': {
    menu: 'Go',
    title: 'Keep what is proposed, or select annotation at caret',
    keys: ['Enter'],
    where: 'text',
  },
  'annotation.selectText': { menu: 'Go', title: 'Select text of annotation', keys: ['S'], where: 'text' },
  'go.nextQuote': {
    menu: 'Go',
    title: 'Next statement without a claim',
    keys: ['Q'],
    where: 'text',
  },
  'go.nextArticle': { menu: 'Go', title: 'Next article', keys: ['CmdOrCtrl+PageDown'], group: true },
  'go.previousArticle': { menu: 'Go', title: 'Previous article', keys: ['CmdOrCtrl+PageUp'] },
  'go.nextUnfinished': {
    menu: 'Go',
    title: 'Next unfinished article',
    keys: ['CmdOrCtrl+Shift+PageDown'],
  },
  'go.articles': { menu: 'Go', title: 'Go to article list', keys: ['CmdOrCtrl+1'], group: true },
  'go.articleSearch': { menu: 'Go', title: 'Search the articles', keys: ['CmdOrCtrl+Shift+A'] },
  'go.text': { menu: 'Go', title: 'Go to text', keys: ['CmdOrCtrl+2'] },
  'go.annotations': { menu: 'Go', title: 'Go to annotations', keys: ['CmdOrCtrl+3'] },
  'go.card': { menu: 'Go', title: 'Go to selected annotation', keys: ['CmdOrCtrl+4'] },

  'view.commandPalette': { menu: 'View', title: 'Command palette…', keys: ['CmdOrCtrl+K'] },
  'view.overview': {
    menu: 'View',
    title: 'Overview',
    keys: ['CmdOrCtrl+Shift+U'],
    checkable: true,
  },
  'view.articles': {
    menu: 'View',
    title: 'Article list',
    keys: ['CmdOrCtrl+B'],
    checkable: true,
    group: true,
  },
  'view.side': { menu: 'View', title: 'Annotations panel', keys: ['CmdOrCtrl+Alt+B'], checkable: true },
  'view.margin': {
    menu: 'View',
    title: 'Attributions in the margin',
    keys: ['CmdOrCtrl+Alt+M'],
    checkable: true,
  },
  'view.cast': { menu: 'View', title: 'Cast', keys: ['CmdOrCtrl+Shift+C'], checkable: true, group: true },
  'view.themeSystem': { menu: 'View', title: 'Theme: as the system', checkable: true, group: true },
  'view.themeLight': { menu: 'View', title: 'Theme: light', checkable: true },
  'view.themeDark': { menu: 'View', title: 'Theme: dark', checkable: true },
  'view.zoomIn': { menu: 'View', title: 'Zoom in', keys: ['CmdOrCtrl+=', 'CmdOrCtrl+Plus'], group: true },
  'view.zoomOut': { menu: 'View', title: 'Zoom out', keys: ['CmdOrCtrl+-'] },
  'view.zoomReset': { menu: 'View', title: 'Actual size', keys: ['CmdOrCtrl+0'] },
  'view.widerColumn': { menu: 'View', title: 'Wider column', keys: ['CmdOrCtrl+Alt+Right'] },
  'view.narrowerColumn': { menu: 'View', title: 'Narrower column', keys: ['CmdOrCtrl+Alt+Left'] },

  'view.tagSet': { menu: 'Tools', title: 'Tag set…', keys: ['CmdOrCtrl+Shift+T'], checkable: true },
  'tools.doctor': { menu: 'Tools', title: 'Check and repair project' },
  'help.keys': { menu: 'Help', title: 'Keyboard shortcuts', keys: ['?'], where: 'text' },
  'help.tour': { menu: 'Help', title: 'Guided tour' },
  'help.errorReport': { menu: 'Help', title: 'Save error report…', group: true },
  'help.notices': { menu: 'Help', title: 'Third-party notices' },
  'help.about': { menu: 'Help', title: 'About Ascribe' },
} as const satisfies Record<string, CommandDefinition>;

export type CommandId = keyof typeof commands;

export const commandIds = Object.keys(commands) as CommandId[];

export const commandIdSchema = z.enum(commandIds as [CommandId, ...CommandId[]]);
