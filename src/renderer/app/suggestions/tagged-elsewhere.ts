import type { Identifier } from '../../../core/model/identifier.ts';
import type { TagSet } from '../../../core/model/tag-set.ts';
import { saysTags } from '../../../core/operations/gestures/plan-claim.ts';
import type { CastName } from '../../../core/suggest/same-again/known-phrases.ts';
import type { ProjectSlice } from '../../store/workbench-state.ts';
import type { TaggedElsewhere } from '../../workers/scan/same-again.ts';

/** What was tagged in more articles than this is not looked through each time that one is opened: those worked on last tell most. */
const mostArticles = 300;

/** What the person has tagged in other articles than one, and the names of the cast; null where there is nothing to look for. */
export function taggedElsewhere(
  { project, articles }: Pick<ProjectSlice, 'project' | 'articles'>,
  than: Identifier,
): TaggedElsewhere | null {
  const tags = phraseTags(project.tagSet);
  const speaker = saysTags(project.tagSet)?.speaker.id;
  const isTagged = (counts: Readonly<Record<Identifier, number>>) =>
    tags.some(([tag]) => Object.hasOwn(counts, tag) && counts[tag] !== 0);
  const tagged = [...articles.values()]
    .filter(({ record, counts }) => record.id !== than && record.trashedAt === null && isTagged(counts))
    .map(({ record }) => record)
    .sort((a, b) => compare(b.updatedAt, a.updatedAt) || compare(a.id, b.id))
    .slice(0, mostArticles)
    .map(({ id, state }) => ({ id, isDone: state === 'done' }));
  const names =
    speaker === undefined
      ? []
      : project.entities.flatMap(({ id, name, aliases, anonymous }): CastName[] =>
          // Of somebody without a name the words describe who it is.
          (anonymous ? aliases : [name, ...aliases]).map((words) => {
            return { tag: speaker, words, entity: id, of: name };
          }),
        );
  return tagged.length === 0 && names.length === 0 ? null : { articles: tagged, tags, names, speaker };
}

/** Tags whose words may be the same elsewhere: claims and times seldom are, and have rules of their own. */
function phraseTags({ tags, relationTypes }: TagSet): [id: Identifier, name: string][] {
  const claims = relationTypes.find(({ id }) => id === 'says')?.to ?? [];
  return tags
    .filter(({ id, attributes }) => !claims.includes(id) && !attributes.some(({ type }) => type === 'date'))
    .map(({ id, name }) => [id, name]);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
