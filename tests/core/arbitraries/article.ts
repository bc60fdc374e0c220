import fc from 'fast-check';
import { type Article, untouched } from '../../../src/core/model/article.ts';
import type { Identifier } from '../../../src/core/model/identifier.ts';
import { deriveBlocks } from '../../../src/core/text/blocks.ts';
import { canonicalText } from '../../../src/core/text/canonical-text.ts';
import { countWords } from '../../../src/core/text/count-words.ts';
import { directionOf } from '../../../src/core/text/direction.ts';
import { titleOf } from '../../../src/core/text/title.ts';
import { unicodeText } from './unicode-text.ts';

export const someTime = '2026-01-02T03:04:05.678Z';

/** An article of exactly this canonical text. */
export function articleOf(text: string, id: Identifier = 'article'): Article {
  return {
    record: {
      id,
      title: titleOf(text),
      source: {
        fileName: `${id}.txt`,
        sha256: '0'.repeat(64),
        encoding: 'utf-8',
        byteLength: text.length,
        reader: 'text',
        byteOrderMark: false,
        replacements: 0,
      },
      direction: directionOf(text),
      textLength: text.length,
      wordCount: countWords(text),
      metadata: {},
      versionOf: null,
      createdAt: someTime,
      updatedAt: someTime,
      ...untouched,
    },
    body: { text, blocks: deriveBlocks(text) },
  };
}

/** Articles of random canonical text that is not blank. */
export const articleArbitrary: fc.Arbitrary<Article> = fc
  .tuple(unicodeText(), fc.constantFrom('one', 'two', 'three'))
  .map(([raw, id]) => articleOf(`A title\n\n${canonicalText(raw).text}`, id));
