import type { AttributeDefinition } from '../../core/model/attribute-definition.ts';
import type { Identifier } from '../../core/model/identifier.ts';
import { type Tag, tagById } from '../../core/model/tag-set.ts';
import type { Authorship } from '../../core/operations/gestures/authorship.ts';
import {
  type BulkChanges,
  deleteAll,
  flagAll,
  retagAll,
  setAttributeOfAll,
} from '../../core/operations/gestures/bulk.ts';
import type { NewValue } from '../../core/operations/gestures/set-attribute.ts';
import type { ArticleState } from '../../core/operations/project-state.ts';
import { count } from '../../core/text/number-words.ts';
import type { Application } from './application.ts';
import type { BulkTargets } from './bulk-targets.ts';
import { changeArticles } from './change-articles.ts';

/** What can be done to many annotations at once. */
export type BulkEdit =
  | { readonly kind: 'retag'; readonly tag: Tag }
  | { readonly kind: 'delete' }
  | { readonly kind: 'flag'; readonly flagged: boolean }
  | { readonly kind: 'attribute'; readonly definition: AttributeDefinition; readonly value: NewValue };

/** Does it, in one step, and says what came of it. Annotations that are gone by now are passed over. */
export async function bulkEdit(app: Application, targets: BulkTargets, edit: BulkEdit): Promise<void> {
  const { tagSet } = app.workbench.project.getState().project;
  const make = (article: ArticleState, ids: readonly Identifier[], by: Authorship): BulkChanges => {
    const spans = ids.map((id) => article.spans.get(id)).filter((span) => span !== undefined);
    switch (edit.kind) {
      case 'retag':
        return retagAll(article, spans, tagById(tagSet, edit.tag.id) ?? edit.tag, tagSet, by);
      case 'delete':
        return deleteAll(article, spans);
      case 'flag':
        return flagAll(spans, edit.flagged, by);
      case 'attribute':
        return setAttributeOfAll(spans, tagSet, edit, by);
    }
  };
  const result = await changeArticles(
    app,
    targets,
    make,
    (changed) => `${verbOf(edit)} ${annotations(changed)}`,
  );
  if (result === null) return;
  const { changed, skipped } = result;
  const passed = skipped === 0 ? '' : ` ${annotations(skipped)} stayed as they were.`;
  app.notices.inform(`${annotations(changed)} changed.${passed} Undo takes it back in one step.`);
}

/** A verb that the number of annotations follows. */
function verbOf(edit: BulkEdit): string {
  switch (edit.kind) {
    case 'retag':
      return 'change tag of';
    case 'delete':
      return 'delete';
    case 'flag':
      return edit.flagged ? 'flag' : 'unflag';
    case 'attribute':
      return `set ${edit.definition.name.toLowerCase()} of`;
  }
}

function annotations(n: number): string {
  return count(n, 'annotation');
}
