import type { Identifier } from '../model/identifier.ts';
import { entityOf } from '../model/known-attributes.ts';
import { type Span, startOf } from '../model/span.ts';
import type { SpanIndex } from '../model/span-index.ts';
import { nameKey } from './entity-names.ts';

/** A place of an article where somebody of the cast is mentioned. */
export interface Mention {
  readonly entity: Identifier;
  /** As `nameKey` has it. */
  readonly words: string;
  /** UTF-16 units. */
  readonly start: number;
}

/** Where an article mentions the cast, in text order. @param except the span that is asked about */
export function mentionsIn(spans: SpanIndex, except?: Span): Mention[] {
  return spans.ordered.flatMap((span) => {
    const entity = entityOf(span);
    if (entity === undefined || span.id === except?.id) return [];
    return [{ entity, words: nameKey(span.quote), start: startOf(span) }];
  });
}
