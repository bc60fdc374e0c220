import type { Project } from '../../model/project.ts';
import type { TagSet } from '../../model/tag-set.ts';
import { done, type GestureResult, refused } from './gesture.ts';

/** Longest name of a tag, attribute, option or relation type, as their schemas have it. UTF-16 units. */
const longestName = 256;

/** Puts another tag set in the place of the project's. Annotations stay as they are: what they need is the caller's to see to. */
export function changeTagSet(project: Project, tagSet: TagSet, label: string): GestureResult {
  return done({ type: 'project.update', before: project, after: { ...project, tagSet } }, label, null);
}

/** The refusal of a change of something that is not in the tag set: another step took it away meanwhile. */
export function missing(what: string): GestureResult {
  return refused('missing', `That ${what} is no longer in the tag set.`);
}

/**
 * What a name comes to, or why it cannot be one.
 * @param others names that it must not be, whatever the case
 */
export function checkName(
  name: string,
  others: Iterable<string>,
): { readonly ok: true; readonly name: string } | { readonly ok: false; readonly refusal: GestureResult } {
  const trimmed = name.trim().replace(/\s+/gu, ' ');
  const no = (code: 'duplicate' | 'not-allowed', message: string) => ({
    ok: false as const,
    refusal: refused(code, message),
  });
  if (trimmed === '') return no('not-allowed', 'A name has at least one character.');
  if (trimmed.length > longestName) return no('not-allowed', `A name has at most ${longestName} characters.`);
  const folded = trimmed.toLowerCase();
  for (const other of others) {
    if (other.toLowerCase() === folded) return no('duplicate', `“${other}” is there already.`);
  }
  return { ok: true, name: trimmed };
}
