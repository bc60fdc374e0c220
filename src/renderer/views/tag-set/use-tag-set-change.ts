import { useMemo } from 'react';
import type { Project } from '../../../core/model/project.ts';
import type { GestureResult } from '../../../core/operations/gestures/gesture.ts';
import { changeTagSetNow } from '../../app/tag-set/change-tag-set-now.ts';
import { useApplication, useProject } from '../../app/use-application.ts';

/** What every field of the tag set needs: how to change it, and whether that is allowed. */
export interface TagSetChange {
  /** @returns why not, or null. */
  readonly change: (make: (project: Project) => GestureResult) => string | null;
  readonly readOnly: boolean;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}

export function useTagSetChange(): TagSetChange {
  const app = useApplication();
  const readOnly = useProject((state) => state.saving.kind === 'readOnly');
  return useMemo(
    () => ({
      change: (make) => changeTagSetNow(app, make),
      readOnly,
      onUndo: () => void app.workbench.undo().catch(app.reportFault),
      onRedo: () => void app.workbench.redo().catch(app.reportFault),
    }),
    [app, readOnly],
  );
}
