import type { TagSetUse } from '../../../core/formats/adopt-tag-set.ts';
import type { Application } from '../application.ts';
import { tagCounts } from './tag-counts.ts';

/** What of the project's tag set annotations have. */
export async function tagSetUse(app: Application, signal: AbortSignal): Promise<TagSetUse> {
  const { articles, project } = app.workbench.project.getState();
  const types = project.tagSet.relationTypes.map(({ id }) => id);
  const used = new Set<string>();
  for await (const { type, links } of app.scans.run('relationUse', { types }, signal)) {
    if (links > 0) used.add(type);
  }
  return { tags: new Set(tagCounts(articles).keys()), relationTypes: used };
}
