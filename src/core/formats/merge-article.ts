import type { Identifier } from '../model/identifier.ts';
import type { Relation } from '../model/relation.ts';
import type { Span } from '../model/span.ts';
import type { Change } from '../operations/operation.ts';
import type { AnnotatedArticle } from './annotated-article.ts';
import { relationContent, spanContent } from './same-content.ts';

/** Gives an id to what comes in: its own while the project has no other use for it, else a new one. */
export type ClaimId = (id: Identifier) => Identifier;

interface MergedAnnotations {
  readonly changes: readonly Change[];
  readonly spans: { readonly added: number; readonly alreadyThere: number; readonly conflicting: number };
  readonly relations: { readonly added: number; readonly alreadyThere: number };
}

/**
 * The changes that add an incoming article's spans and relations to the article `local`, which has the same text. What says the same is there already,
 * under whatever id; a span that differs from the local one of its id comes in beside it, so that nothing local is overwritten.
 */
export function mergeAnnotations(
  local: Pick<AnnotatedArticle, 'spans' | 'relations'> & { readonly id: Identifier },
  incoming: Pick<AnnotatedArticle, 'spans' | 'relations'>,
  claim: ClaimId,
): MergedAnnotations {
  const changes: Change[] = [];
  const ids = new Map<Identifier, Identifier>();
  const spans = { added: 0, alreadyThere: 0, conflicting: 0 };
  const localSpans = new Map(local.spans.map((span) => [span.id, spanContent(span)]));
  const spanByContent = new Map(local.spans.map((span) => [spanContent(span), span.id]));
  for (const span of incoming.spans) {
    const content = spanContent(span);
    const same = localSpans.get(span.id) === content ? span.id : spanByContent.get(content);
    if (same !== undefined) {
      ids.set(span.id, same);
      spans.alreadyThere++;
      continue;
    }
    const added: Span = { ...span, id: claim(span.id), articleId: local.id };
    ids.set(span.id, added.id);
    spans.added++;
    if (localSpans.has(span.id)) spans.conflicting++;
    changes.push({ type: 'span.add', span: added });
  }

  const relations = { added: 0, alreadyThere: 0 };
  const localRelations = new Set(local.relations.map(relationContent));
  for (const relation of incoming.relations) {
    const moved: Relation = {
      ...relation,
      articleId: local.id,
      from: ids.get(relation.from) ?? relation.from,
      to: ids.get(relation.to) ?? relation.to,
    };
    if (localRelations.has(relationContent(moved))) {
      relations.alreadyThere++;
      continue;
    }
    relations.added++;
    changes.push({ type: 'relation.add', relation: { ...moved, id: claim(relation.id) } });
  }
  return { changes, spans, relations };
}
