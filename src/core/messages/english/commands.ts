/** What names of commands have in common; the names themselves stand in `commands/`, under the ids of `bridge/commands.ts`. */
export const commands = {
  'commands.redoWhat': 'Redo {change}',
  'commands.tagAs': 'Tag as {tag}',
  'commands.undoWhat': 'Undo {change}',
} as const;
