import type { Timestamp } from '../../model/identifier.ts';
import type { Project } from '../../model/project.ts';
import { type Change, type Operation, operationOf } from '../operation.ts';
import type { ArticleState } from '../project-state.ts';
import { followTagSet, type TagSetEffect } from './follow-tag-set.ts';
import type { TagSetStep } from './tag-set-step.ts';

/** A change of the tag set with all that it does to annotations, ready to be made as one operation. */
export interface TagSetPlan {
  readonly operation: Operation;
  readonly label: string;
  readonly effect: TagSetEffect & {
    /** Articles in which something changes. */
    readonly articles: number;
  };
}

/**
 * Works out what a step means for a project, an article at a time.
 * @param articles those that may be touched, those in the trash too; others may be among them
 */
export async function planTagSetStep(
  project: Project,
  step: TagSetStep,
  articles: AsyncIterable<ArticleState> | Iterable<ArticleState>,
  now: Timestamp,
): Promise<TagSetPlan> {
  const changes: Change[] = [
    { type: 'project.update', before: project, after: { ...project, tagSet: step.after } },
  ];
  const sum = { deleted: 0, retagged: 0, joined: 0, unlinked: 0, articles: 0 };
  for await (const article of articles) {
    const { changes: here, effect } = followTagSet(article, project.tagSet, step, now);
    // One at a time: an article may have more spans than a call may have arguments.
    for (const change of here) changes.push(change);
    if (here.length > 0) sum.articles += 1;
    sum.deleted += effect.deleted;
    sum.retagged += effect.retagged;
    sum.joined += effect.joined;
    sum.unlinked += effect.unlinked;
  }
  return { operation: operationOf(changes), label: step.label, effect: sum };
}
