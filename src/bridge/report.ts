import { z } from 'zod';

const number = z.int().nonnegative();

/** How large the open project is, in numbers alone. */
export const reportCountsSchema = z.strictObject({
  articles: number,
  articlesInTrash: number,
  /** UTF-16 units. */
  longestArticle: number,
  annotations: number,
  /** Of the open article; 0 when none is open. */
  openArticle: number,
  openArticleAnnotations: number,
  tags: number,
  relationTypes: number,
  castMembers: number,
  annotators: number,
  steps: number,
});
export type ReportCounts = Readonly<z.infer<typeof reportCountsSchema>>;

/** Whether what was done is safe, in a word. */
export const savingKindSchema = z.enum(['saved', 'saving', 'failed', 'readOnly']);
