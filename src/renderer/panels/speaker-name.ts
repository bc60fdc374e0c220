import type { Entity } from '../../core/model/entity.ts';
import type { Identifier } from '../../core/model/identifier.ts';
import { entityOf } from '../../core/model/known-attributes.ts';
import type { Span } from '../../core/model/span.ts';
import { castById } from '../app/cast.ts';
import { spanWords } from './span-name.ts';

/** The member of the cast that a span stands for, or undefined. */
export function entityOfSpan(cast: readonly Entity[], span: Span): Entity | undefined {
  const id: Identifier | undefined = entityOf(span);
  return id === undefined ? undefined : castById(cast).get(id);
}

/** What a speaker is called wherever it is named: by the canonical name of the entity that it stands for, else by its own words. */
export function speakerName(cast: readonly Entity[], span: Span): string {
  return entityOfSpan(cast, span)?.name ?? spanWords(span);
}
