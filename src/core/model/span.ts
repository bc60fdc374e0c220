import { z } from 'zod';
import { attributesSchema } from './attribute-value.ts';
import { type Fragment, fragmentsSchema } from './fragment.ts';
import { identifierSchema, timestampSchema } from './identifier.ts';

/** An annotation on one article: a tag on one or more fragments (offsets in UTF-16 units). */
export const spanSchema = z.strictObject({
  id: identifierSchema,
  articleId: identifierSchema,
  tag: identifierSchema,
  fragments: fragmentsSchema,
  /** What the fragments read when the span was made; the check at every load compares it with the text. */
  quote: z.string(),
  attributes: attributesSchema,
  /** Free words of the annotator; empty when there are none. */
  note: z.string(),
  /** Flagged for discussion. */
  flagged: z.boolean(),
  annotator: identifierSchema,
  /** `manual`, `import:<format>` or `suggestion:<provider>`. */
  origin: z.string().min(1),
  createdAt: timestampSchema,
  updatedAt: timestampSchema,
});
export type Span = Readonly<z.infer<typeof spanSchema>>;

/** Start of the first fragment, in UTF-16 units. */
export function startOf(span: { readonly fragments: readonly Fragment[] }): number {
  return firstOf(span.fragments).start;
}

/** End of the last fragment, in UTF-16 units. */
export function endOf(span: { readonly fragments: readonly Fragment[] }): number {
  return lastOf(span.fragments).end;
}

/** True when some fragment of the span covers the UTF-16 unit at `offset`. */
export function covers(span: Pick<Span, 'fragments'>, offset: number): boolean {
  return span.fragments.some(({ start, end }) => start <= offset && offset < end);
}

/** True when both have the same fragments. */
export function haveSameFragments(a: readonly Fragment[], b: readonly Fragment[]): boolean {
  return a.length === b.length && a.every((f, i) => f.start === b[i]?.start && f.end === b[i]?.end);
}

function firstOf(fragments: readonly Fragment[]): Fragment {
  const first = fragments[0];
  if (first === undefined) throw new Error('a span has at least one fragment: the schema says so');
  return first;
}

function lastOf(fragments: readonly Fragment[]): Fragment {
  const last = fragments.at(-1);
  if (last === undefined) throw new Error('a span has at least one fragment: the schema says so');
  return last;
}
