import type { TagSetPlan } from '../../../core/operations/gestures/plan-tag-set-step.ts';
import { count } from '../../../core/text/number-words.ts';

/** What a step does to annotations, a sentence each; none when it touches none. */
export function effectWords({
  deleted,
  retagged,
  joined,
  unlinked,
  articles,
}: TagSetPlan['effect']): string[] {
  if (articles === 0) return [];
  const where = `in ${count(articles, 'article')}`;
  const lines: string[] = [];
  const links = count(unlinked, 'link');
  if (deleted > 0) {
    const both = unlinked > 0 ? `${count(deleted, 'annotation')} and ${links}` : count(deleted, 'annotation');
    lines.push(`Deletes ${both} ${where}.`);
  }
  if (retagged > 0) lines.push(`Changes the tag of ${count(retagged, 'annotation')} ${where}.`);
  if (joined > 0) {
    lines.push(
      joined === 1
        ? '1 of them becomes one with an annotation that is on the same words already.'
        : `${count(joined, 'annotation')} of them become one with annotations that are on the same words already.`,
    );
  }
  if (deleted === 0 && unlinked > 0) {
    lines.push(
      retagged > 0 ? `Removes ${links} that would be double or no longer fit.` : `Removes ${links} ${where}.`,
    );
  }
  return lines;
}

/** A warning when a step takes away more than half of all annotations. */
export function alarmWords({ deleted }: Pick<TagSetPlan['effect'], 'deleted'>, all: number): string | null {
  if (all === 0 || deleted * 2 <= all) return null;
  return deleted === all
    ? 'These are all annotations of the whole project.'
    : `These are more than half of all annotations of the project: ${Math.round((deleted / all) * 100)} %.`;
}
