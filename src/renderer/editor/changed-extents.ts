import type { Fragment } from '../../core/model/fragment.ts';
import type { Span } from '../../core/model/span.ts';

/**
 * Where two sets of spans differ: the fragments of every span that is in one of them only or is another value there. Spans are immutable,
 * so that the same object is the same span.
 */
export function changedExtents(before: readonly Span[], after: readonly Span[]): Fragment[] {
  const kept = new Set(before);
  const changed: Span[] = [];
  for (const span of after) if (!kept.delete(span)) changed.push(span);
  changed.push(...kept);
  return changed.flatMap((span) => span.fragments);
}
