import type { Identifier } from '../../../core/model/identifier.ts';
import { count } from '../../../core/text/number-words.ts';

/** What a step touches: `14 annotations in 3 articles`. */
export function touchedWords(spans: readonly { readonly articleId: Identifier }[]): string {
  const articles = new Set(spans.map(({ articleId }) => articleId)).size;
  return `${count(spans.length, 'annotation')} in ${count(articles, 'article')}`;
}
