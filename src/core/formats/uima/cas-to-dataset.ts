import type { DatasetDraft } from '../dataset-draft.ts';
import type { Cas, CasView } from './cas.ts';
import { readProject } from './read-project.ts';
import { readView } from './read-view.ts';
import { documentType } from './type-system.ts';

/**
 * Hands the draft an article for each view that has a text, and what the CAS tells of the project.
 * @param name what an article is called whose document has no id
 */
export function readCas(cas: Cas, name: string, draft: DatasetDraft): void {
  readProject(cas, draft);
  const annotator = annotatorOf(cas);
  if (annotator !== undefined) draft.annotator(annotator);
  const texts = cas.views.filter(({ text }) => text !== undefined);
  for (const view of texts) {
    readView(cas, view, { name: texts.length > 1 ? `${name}/${view.name}` : name, annotator }, draft);
  }
  for (const view of cas.views) {
    if (view.text !== undefined || !hasAnnotations(cas, view)) continue;
    const reason = `the view “${view.name}” has annotations and no text`;
    draft.fault({ effect: 'refused', item: 'article', id: name, reason });
  }
}

function hasAnnotations({ structures, types }: Cas, { sofa, members }: CasView): boolean {
  return [...(members ?? [])].some((id) => {
    const structure = structures.get(id);
    return id !== sofa && structure !== undefined && !types.isA(structure.type, documentType);
  });
}

/** The user whose annotations they are, as INCEpTION notes it in its `CASMetadata`. */
function annotatorOf({ structures }: Cas): string | undefined {
  for (const { type, features } of structures.values()) {
    if (!type.endsWith('.CASMetadata')) continue;
    const user = features.get('username');
    if (typeof user === 'string' && user !== '' && user.length <= 256) return user;
  }
  return undefined;
}
