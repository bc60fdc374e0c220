import type { DatasetArticle, DatasetRelation, DatasetSpan } from './dataset-schema.ts';

/** The claims of an article, and what they are linked to. */
export interface ArticleAttributions {
  /** Claims and the spans that they are linked to, in the article’s order. */
  readonly spans: readonly DatasetSpan[];
  /** From speakers to claims, from claims to places and dates. */
  readonly relations: readonly DatasetRelation[];
  readonly claims: ReadonlySet<DatasetSpan>;
}

/**
 * Who says what, where and when, read off relations of the types `says`, `at` and `on`. What somebody says is a claim whatever its tag, and so is every span
 * tagged `claim`.
 */
export function attributionsIn({ spans = [], relations = [] }: DatasetArticle): ArticleAttributions {
  const said = new Set(relations.flatMap(({ type, to }) => (type === 'says' ? [to] : [])));
  const claims = spans.filter(({ id, tag }) => tag === 'claim' || said.has(id));
  const claimIds = new Set(claims.map(({ id }) => id));
  const links = relations.filter(({ type, from, to }) =>
    type === 'says' ? claimIds.has(to) : (type === 'at' || type === 'on') && claimIds.has(from),
  );
  const linked = new Set([...claimIds, ...links.flatMap(({ from, to }) => [from, to])]);
  return { spans: spans.filter(({ id }) => linked.has(id)), relations: links, claims: new Set(claims) };
}
