import type { Identifier } from '../model/identifier.ts';
import type { Change } from './operation.ts';

/** The changes that happen inside one article. */
export type ArticleChange = Extract<
  Change,
  { type: `span.${string}` | `relation.${string}` | 'article.update' | 'article.replace' }
>;

/** Why a change cannot be made on the state at hand. Nothing was changed. */
export interface Conflict {
  readonly code: 'missing' | 'exists' | 'in-use' | 'outside-text' | 'quote-differs' | 'other-article';
  readonly id: Identifier;
  readonly message: string;
}
