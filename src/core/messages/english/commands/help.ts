export const commandsHelp = {
  'commands.help.keys': 'Keyboard shortcuts',
  'commands.help.tour': 'Guided tour',
  'commands.help.errorReport': 'Save error report…',
  'commands.help.notices': 'Third-party notices',
  'commands.help.about': 'About Ascribe',
} as const;
