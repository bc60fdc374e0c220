import type { Identifier } from '../model/identifier.ts';
import type { Project } from '../model/project.ts';
import { failure, type Result, success } from '../model/result.ts';
import type { Conflict } from './article-change.ts';
import type { Change } from './operation.ts';

/** The changes that are about the project as a whole, not about one article. */
export type ProjectChange = Extract<Change, { type: 'project.update' | `entity.${string}` }>;

export function isProjectChange(change: Change): change is ProjectChange {
  return change.type === 'project.update' || change.type.startsWith('entity.');
}

/** The project after a change, or why the change does not fit. */
export function changeProject(project: Project, change: ProjectChange): Result<Project, Conflict> {
  const { entities } = project;
  switch (change.type) {
    case 'project.update':
      return success(change.after);
    case 'entity.add':
      return entities.some(({ id }) => id === change.entity.id)
        ? failure({ code: 'exists', id: change.entity.id, message: 'The entity is there already.' })
        : success({ ...project, entities: entities.toSpliced(change.at, 0, change.entity) });
    case 'entity.update': {
      const at = entities.findIndex(({ id }) => id === change.after.id);
      return at === -1
        ? gone(change.after.id)
        : success({ ...project, entities: entities.with(at, change.after) });
    }
    case 'entity.remove':
      return entities[change.at]?.id === change.entity.id
        ? success({ ...project, entities: entities.toSpliced(change.at, 1) })
        : gone(change.entity.id);
  }
}

function gone(id: Identifier): Result<never, Conflict> {
  return failure({ code: 'missing', id, message: 'The entity is gone.' });
}
