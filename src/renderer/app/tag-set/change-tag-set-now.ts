import type { Project } from '../../../core/model/project.ts';
import type { GestureResult } from '../../../core/operations/gestures/gesture.ts';
import type { Application } from '../application.ts';

/**
 * Makes a change of the tag set that touches no annotation; what is current in the text stays so.
 * @returns why it was refused, in a sentence for the field in which it was asked for; null when it was made or there was nothing to change.
 */
export function changeTagSetNow(app: Application, make: (project: Project) => GestureResult): string | null {
  const result = make(app.workbench.project.getState().project);
  if (result.ok) {
    app.workbench.commit(result.value.operation, result.value.label);
    return null;
  }
  return result.reason.code === 'unchanged' ? null : result.reason.message;
}
