import type { Identifier } from '../../core/model/identifier.ts';
import type { Project } from '../../core/model/project.ts';
import { defaultTagSet } from '../../core/model/tag-set.ts';

/** A project in which nothing was done yet. */
export function newProject(id: Identifier, createdAt: string): Project {
  return {
    id,
    name: 'My project',
    tagSet: defaultTagSet,
    annotators: [{ id: 'me', name: 'Me' }],
    entities: [],
    createdAt,
  };
}
