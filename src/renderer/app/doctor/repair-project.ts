import { completeTag } from '../../../core/formats/tag-defaults.ts';
import type { Project } from '../../../core/model/project.ts';
import { type Change, operationOf } from '../../../core/operations/operation.ts';
import { count } from '../../../core/text/number-words.ts';
import type { Application } from '../application.ts';
import type { ArticleFinding, Examination } from './examine-project.ts';

/** What a repair would do, in sentences; none when nothing can be mended. */
export function repairPlan({ found, homes }: Examination): string[] {
  const kinds = { place: 0, tag: new Set<string>(), unlink: 0 };
  for (const { finding } of found) {
    if (finding.mend?.kind === 'place') kinds.place += 1;
    if (finding.mend?.kind === 'unlink') kinds.unlink += 1;
    if (finding.mend?.kind === 'tag') kinds.tag.add(finding.mend.tag);
  }
  const plan: string[] = [];
  if (kinds.place > 0)
    plan.push(`${count(kinds.place, 'annotation')} will be kept where the text reads them.`);
  if (kinds.tag.size > 0)
    plan.push(`${count(kinds.tag.size, 'tag')} that the tag set lacks will be added to it.`);
  if (kinds.unlink > 0)
    plan.push(`${count(kinds.unlink, 'link')} without one of its ends will be taken away.`);
  for (const home of homesAtFault({ homes })) {
    plan.push(
      home === 'store'
        ? 'The working store will be made anew from the journal and its snapshots.'
        : 'The journal will get a snapshot of the working store.',
    );
  }
  return plan;
}

/**
 * Does what the plan says: first the homes, then, in one step that can be undone, what is in articles. What is replaced of a home stays on the disk until a later
 * start has found all well.
 * @throws {Error} with a sentence when a home cannot be mended
 */
export async function repairProject(app: Application, examination: Examination): Promise<void> {
  for (const home of homesAtFault(examination)) await app.workbench.mendHome(home);
  const { broken, changes } = await changesFor(app, examination.found);
  // A step of its own: a link that lacks an end cannot be brought back.
  if (broken.length > 0) app.workbench.commit(operationOf(broken), 'remove broken links');
  if (changes.length > 0) app.workbench.commit(operationOf(changes), 'repair the project');
}

/** The store first: what the journal gets a snapshot of must be whole. */
function homesAtFault({ homes }: Pick<Examination, 'homes'>): ('store' | 'journal')[] {
  return (['store', 'journal'] as const).filter((home) => homes?.some((fault) => fault.home === home));
}

async function changesFor(
  app: Application,
  found: readonly ArticleFinding[],
): Promise<{ readonly broken: readonly Change[]; readonly changes: readonly Change[] }> {
  const { project } = app.workbench.project.getState();
  const now = new Date().toISOString();
  const broken: Change[] = [];
  const changes: Change[] = [];
  const tags = new Set<string>();
  const mended = found.filter(({ finding }) => finding.mend !== undefined);
  for (const id of new Set(mended.map(({ article }) => article))) {
    const { spans, relations } = (await app.workbench.examineArticle(id)).article;
    for (const { article, finding } of mended) {
      const { mend } = finding;
      if (article !== id) continue;
      if (mend?.kind === 'tag') tags.add(mend.tag);
      if (mend?.kind === 'place') {
        const span = spans.get(mend.span);
        if (span !== undefined)
          changes.push({ type: 'span.update', before: span, after: { ...span, updatedAt: now } });
      }
      if (mend?.kind === 'unlink') {
        const relation = relations.get(mend.relation);
        if (relation !== undefined) broken.push({ type: 'relation.remove', relation });
      }
    }
  }
  return { broken, changes: tags.size === 0 ? changes : [withTags(project, tags), ...changes] };
}

function withTags(project: Project, ids: ReadonlySet<string>): Change {
  const { tags } = project.tagSet;
  const more = [...ids].map((id, i) => completeTag({ id, name: id }, tags.length + i));
  const after = { ...project, tagSet: { ...project.tagSet, tags: [...tags, ...more] } };
  return { type: 'project.update', before: project, after };
}
