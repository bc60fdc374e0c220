import type { ArticleSource } from '../../model/article.ts';
import type { SourceFile } from '../format.ts';
import { Sha256 } from '../sha256.ts';

/** How the bytes became characters; what is left out says that they were UTF-8. */
export interface Made {
  /** Id and version of the reader: `html@1`. A reader that makes other text of the same bytes gets another version. */
  readonly reader: string;
  /** WHATWG name, lower case. */
  readonly encoding?: string;
  readonly byteOrderMark?: boolean;
  /** Undecodable sequences that became U+FFFD. */
  readonly replacements?: number;
}

/** What an article keeps of the file that it was made of; of its name what stands behind folders. */
export function articleSource({ name, bytes }: SourceFile, made: Made): ArticleSource {
  return {
    fileName: name.slice(name.lastIndexOf('/') + 1).slice(0, 1024),
    sha256: Sha256.of(bytes),
    encoding: made.encoding ?? 'utf-8',
    byteLength: bytes.length,
    reader: made.reader,
    byteOrderMark: made.byteOrderMark ?? false,
    replacements: made.replacements ?? 0,
  };
}
