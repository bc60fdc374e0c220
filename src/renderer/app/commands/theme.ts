import type { Settings } from '../../../bridge/settings.ts';
import type { CommandImplementation } from '../command.ts';

function themeCommand(id: CommandImplementation['id'], theme: Settings['theme']): CommandImplementation {
  return {
    id,
    checked: (app) => app.settings.current.theme === theme,
    run: (app) => app.settings.change({ theme }),
  };
}

export const implementations: readonly CommandImplementation[] = [
  themeCommand('view.themeSystem', 'system'),
  themeCommand('view.themeLight', 'light'),
  themeCommand('view.themeDark', 'dark'),
];
