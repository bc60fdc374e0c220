import type { Application } from './application.ts';
import { currentSpanOf } from './perform.ts';

/** False when the profile may only be read, and once another project is taking this one's place. */
export function canWrite(app: Application): boolean {
  if (app.interface.getState().leaving) return false;
  return app.workbench.project.getState().saving.kind !== 'readOnly';
}

export function hasArticle(app: Application): boolean {
  return app.workbench.project.getState().open !== null;
}

export function canTag(app: Application): boolean {
  return canWrite(app) && hasArticle(app);
}

export function hasSpan(app: Application): boolean {
  return currentSpanOf(app) !== undefined;
}

export function canChangeSpan(app: Application): boolean {
  return canWrite(app) && hasSpan(app);
}
