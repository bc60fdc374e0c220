import type { Result } from '../model/result.ts';
import { success } from '../model/result.ts';
import { deriveBlocks } from '../text/blocks.ts';
import { countWords } from '../text/count-words.ts';
import { type DecodeFailure, decodeBytes } from '../text/decode.ts';
import { directionOf } from '../text/direction.ts';
import { titleOf } from '../text/title.ts';
import { largestArticleFile } from './article-file-limit.ts';
import type { Format, SourceFile } from './format.ts';
import { type FormatFailure, unreadable } from './format-failure.ts';
import type { ReadArticle } from './read-article.ts';
import { Sha256 } from './sha256.ts';

const id = 'plain-text';

/** Plain text in any encoding that can be told; Markdown is read as it stands, marks and all. */
export const format: Format = {
  id,
  name: 'Plain text',
  endings: ['.txt', '.md', '.text', '.markdown'],
  mediaTypes: ['text/plain', 'text/markdown'],
  rank: 10,
  recognise: ({ name }) =>
    format.endings.some((ending) => name.toLowerCase().endsWith(ending)) ? 'ending' : 'possible',
  articles: { read: async (file, options) => readPlainText(file, options?.encoding) },
};

function readPlainText(file: SourceFile, encoding: string | undefined): Result<ReadArticle, FormatFailure> {
  const { name, bytes } = file;
  if (bytes.length > largestArticleFile) {
    const size = Math.ceil(bytes.length / 1024 / 1024);
    return unreadable(
      'too-large',
      `“${name}” is too large: ${size} MB, and an article may have ${largestArticleFile / 1024 / 1024} MB. Split it into parts, then open those.`,
    );
  }
  const decoded = decodeBytes(bytes, encoding);
  if (!decoded.ok) return undecodable(name, decoded.reason);
  const { text, byteOrderMark, replacements } = decoded.value;
  return success({
    title: titleOf(text),
    source: {
      fileName: name,
      sha256: Sha256.of(bytes),
      encoding: decoded.value.encoding,
      byteLength: bytes.length,
      reader: id,
      byteOrderMark,
      replacements,
    },
    direction: directionOf(text),
    wordCount: countWords(text),
    metadata: {},
    body: { text, blocks: deriveBlocks(text) },
  });
}

const codes = { empty: 'empty', binary: 'not-text', 'unknown-encoding': 'unknown-encoding' } as const;
const advice: Record<DecodeFailure['code'], string> = {
  empty: ' There is nothing in it to tag.',
  binary: ' Save its text as a .txt file, then open that.',
  'unknown-encoding': '',
};

/** What the decoder says of "the file", said of the file by its name. */
function undecodable(name: string, { code, message }: DecodeFailure) {
  const named = message
    .replace(/^The file’s encoding/, `The encoding of “${name}”`)
    .replace(/^The file/, `“${name}”`);
  const sentence = named.includes(name) ? named : `“${name}” cannot be read. ${named}`;
  return unreadable(codes[code], sentence + advice[code]);
}
