import type { Result } from '../model/result.ts';
import { success } from '../model/result.ts';
import { deriveBlocks } from '../text/blocks.ts';
import { countWords } from '../text/count-words.ts';
import { directionOf } from '../text/direction.ts';
import { titleOf } from '../text/title.ts';
import { articleSource } from './extraction/article-source.ts';
import { decodeFile } from './extraction/decode-file.ts';
import type { Format, SourceFile } from './format.ts';
import type { FormatFailure } from './format-failure.ts';
import type { ReadArticle } from './read-article.ts';

/** Plain text in any encoding that can be told. What no other format knows is tried as such. */
export const format: Format = {
  id: 'plain-text',
  name: 'Plain text',
  endings: ['.txt', '.text'],
  mediaTypes: ['text/plain'],
  rank: 10,
  recognise: ({ name }) =>
    format.endings.some((ending) => name.toLowerCase().endsWith(ending)) ? 'ending' : 'possible',
  articles: { read: async (file, options) => readPlainText(file, options?.encoding) },
};

function readPlainText(file: SourceFile, encoding: string | undefined): Result<ReadArticle, FormatFailure> {
  const decoded = decodeFile(file, { encoding });
  if (!decoded.ok) return decoded;
  const { text } = decoded.value;
  return success({
    title: titleOf(text),
    source: articleSource(file, { reader: 'plain-text@1', ...decoded.value }),
    direction: directionOf(text),
    wordCount: countWords(text),
    metadata: {},
    body: { text, blocks: deriveBlocks(text) },
  });
}
