import { readAttribute } from '../../core/model/attribute-definition.ts';
import type { DateValue } from '../../core/model/attribute-value.ts';
import type { Span } from '../../core/model/span.ts';
import type { Tag } from '../../core/model/tag-set.ts';

/** What a span's first date attribute says, or undefined. */
export function spanDate(span: Span, tag: Tag | undefined): DateValue | undefined {
  const definition = tag?.attributes.find(({ type }) => type === 'date');
  if (definition === undefined) return undefined;
  const read = readAttribute(span.attributes, { id: definition.id, type: 'date' });
  return read.ok ? read.value : undefined;
}
