export const commandsTools = {
  'commands.tools.doctor': 'Check and repair project',
} as const;
