import type { AttributeDefinition } from '../../../../core/model/attribute-definition.ts';
import type { Identifier } from '../../../../core/model/identifier.ts';
import { type NewValue, setAttribute } from '../../../../core/operations/gestures/set-attribute.ts';
import type { Application } from '../../../app/application.ts';
import { authorshipNow } from '../../../app/perform.ts';

/**
 * Writes what a field says into its span, as one step. The span is looked up anew: a field may be left after its span has changed
 * or gone, and another span may be current by then.
 */
export function keepAttribute(
  app: Application,
  spanId: Identifier,
  definition: AttributeDefinition,
  value: NewValue,
): void {
  const span = app.workbench.project.getState().open?.spans.get(spanId);
  if (span === undefined) return;
  const result = setAttribute(span, definition, value, authorshipNow(app));
  if (result.ok) app.workbench.commit(result.value.operation, result.value.label);
  else if (result.reason.code !== 'unchanged') app.notices.inform(result.reason.message);
}
