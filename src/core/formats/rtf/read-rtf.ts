import type { Result } from '../../model/result.ts';
import { buildArticle } from '../extraction/build-article.ts';
import { refuseTooLarge } from '../extraction/decode-file.ts';
import { unreadableDocument } from '../extraction/document-failure.ts';
import type { SourceFile } from '../format.ts';
import type { FormatFailure } from '../format-failure.ts';
import type { ReadArticle } from '../read-article.ts';
import { RtfText } from './rtf-text.ts';
import { rtfTokens } from './rtf-tokens.ts';

/** The text of a document in the Rich Text Format, notes at the end; comments are counted. */
export function readRtf(file: SourceFile): Result<ReadArticle, FormatFailure> {
  const large = refuseTooLarge(file);
  if (large !== undefined) return large;
  const broken = (clause: string) => unreadableDocument(file.name, 'a Rich Text document', clause);
  if (new TextDecoder('latin1').decode(file.bytes.subarray(0, 5)) !== '{\\rtf')
    return broken('it does not begin as one does');
  const text = new RtfText();
  for (const token of rtfTokens(file.bytes)) {
    const problem = text.hear(token);
    if (problem !== undefined) return broken(problem);
  }
  if (!text.isWhole) return broken('it breaks off before its end');
  const blocks = text.blocks();
  const title = blocks.find(({ kind }) => kind === 'title')?.text ?? text.property('title');
  return buildArticle(
    file,
    { reader: 'rtf@1' },
    {
      blocks,
      ...(title !== undefined && title !== '' && { title }),
      metadata: {
        author: text.property('author'),
        subject: text.property('subject'),
        keywords: text.property('keywords'),
        company: text.property('company'),
        created: text.created,
        comments: text.comments === 0 ? undefined : String(text.comments),
      },
    },
  );
}
