import type { Project } from '../../../../src/core/model/project.ts';
import type { TagSet } from '../../../../src/core/model/tag-set.ts';
import type { GestureResult } from '../../../../src/core/operations/gestures/gesture.ts';
import { someProject } from '../../arbitraries/operation-sequence.ts';

export const project: Project = someProject;

/** The project after a gesture that must change its tag set and nothing else. */
export function changed(result: GestureResult): Project {
  if (!result.ok) throw new Error(`refused: ${result.reason.message}`);
  const { operation } = result.value;
  if (operation.type !== 'project.update') throw new Error('a change of the tag set changes the project');
  return operation.after;
}

export function tagSetAfter(result: GestureResult): TagSet {
  return changed(result).tagSet;
}

/** Why a gesture was refused. */
export function refusal(result: GestureResult): string {
  if (result.ok) throw new Error('it was not refused');
  return result.reason.code;
}
