import { z } from 'zod';
import { publicationDay } from '../extraction/publication-date.ts';

/** What a document says of itself (ISO 32000-1, table 317), as far as articles have it. */
const infoSchema = z.looseObject({
  info: z
    .looseObject({
      Title: z.string().optional().catch(undefined),
      Author: z.string().optional().catch(undefined),
      Subject: z.string().optional().catch(undefined),
      Keywords: z.string().optional().catch(undefined),
      CreationDate: z.string().optional().catch(undefined),
    })
    .catch({}),
});

/** Programs write these themselves. */
const nobodysTitle =
  /^(?:microsoft (?:word|powerpoint) - |untitled|document\d*$|.*\.(?:docx?|odt|rtf|indd|qxd|pdf|tex|html?)$)/i;

export interface DocumentFacts {
  readonly title?: string;
  readonly metadata: Readonly<Record<string, string | undefined>>;
}

/** When a file was made is not when it was published: the day goes under `created`. */
export function documentFacts(found: unknown): DocumentFacts {
  const parsed = infoSchema.safeParse(found);
  if (!parsed.success) return { metadata: {} };
  const { Title: title = '', Author, Subject, Keywords, CreationDate } = parsed.data.info;
  const isTitle = title.trim() !== '' && !nobodysTitle.test(title.trim());
  return {
    ...(isTitle && { title }),
    metadata: {
      author: Author,
      subject: Subject,
      keywords: Keywords,
      created: CreationDate === undefined ? undefined : publicationDay(CreationDate),
    },
  };
}
