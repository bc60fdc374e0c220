export const commandsEdit = {
  'commands.edit.undo': 'Undo',
  'commands.edit.redo': 'Redo',
  'commands.edit.find': 'Find in article',
  'commands.edit.findNext': 'Find next',
  'commands.edit.findPrevious': 'Find previous',
  'commands.edit.findInProject': 'Find in project',
  'commands.edit.snapToWords': 'Snap selections to words',
  'commands.edit.assignKnownNames': 'Assign known names while tagging',
} as const;
