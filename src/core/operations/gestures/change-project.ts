import type { Project } from '../../model/project.ts';
import { done, type GestureResult, refused } from './gesture.ts';

/** Gives the project another name. */
export function renameProject(project: Project, name: string): GestureResult {
  const trimmed = name.trim();
  if (trimmed === '') return refused('not-allowed', 'A project’s name has at least one character.');
  if (trimmed.length > longestName) {
    return refused('not-allowed', `A project’s name has at most ${longestName} characters.`);
  }
  if (trimmed === project.name) return refused('unchanged', 'The name is the same.');
  const after = { ...project, name: trimmed };
  return done({ type: 'project.update', before: project, after }, 'rename project', null);
}

/** UTF-16 units; the project's schema says so too. */
export const longestName = 256;
