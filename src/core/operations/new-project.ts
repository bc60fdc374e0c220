import type { Identifier } from '../model/identifier.ts';
import type { Project } from '../model/project.ts';
import { defaultTagSet } from '../model/tag-set.ts';

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
