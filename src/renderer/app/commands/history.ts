import type { Application } from '../application.ts';
import type { CommandImplementation } from '../command.ts';
import { isWritingField } from '../keys/writing-field.ts';
import { canWrite } from '../preconditions.ts';

/** In a field that is being written in, undo belongs to the field. */
function fieldHasFocus(): boolean {
  return isWritingField(document.activeElement);
}

function hasSteps(app: Application, direction: 'undo' | 'redo'): boolean {
  return canWrite(app) && app.workbench.project.getState().history[direction].length > 0;
}

function command(direction: 'undo' | 'redo'): CommandImplementation {
  return {
    id: `edit.${direction}`,
    enabled: (app) => fieldHasFocus() || hasSteps(app, direction),
    run: async (app) => {
      if (fieldHasFocus()) document.execCommand(direction);
      else await app.workbench[direction]();
    },
  };
}

export const implementations: readonly CommandImplementation[] = [command('undo'), command('redo')];
