import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { datasetBytes } from '../../src/core/formats/dataset-writer.ts';
import { datasetArticle, datasetHead } from '../../src/core/formats/to-dataset.ts';
import { untouched } from '../../src/core/model/article.ts';
import { defaultTagSet } from '../../src/core/model/tag-set.ts';
import { deriveBlocks } from '../../src/core/text/blocks.ts';
import type { TaggedArticle } from './tagged-article.ts';

/** Writes articles as a native dataset. */
export async function writeDataset(file: string, articles: readonly TaggedArticle[]): Promise<void> {
  const madeAt = '2026-01-05T09:00:00.000Z';
  const head = datasetHead(
    {
      id: 'bench-project',
      name: 'Benchmark',
      tagSet: defaultTagSet,
      annotators: [{ id: 'bench-annotator', name: 'Benchmark' }],
      entities: [],
      createdAt: madeAt,
    },
    { kind: 'handOver' },
    new Set(['bench-annotator']),
  );
  const written = articles.map(({ id, title, text, spans }) =>
    datasetArticle({
      record: {
        id,
        title,
        source: {
          fileName: `${id}.txt`,
          sha256: createHash('sha256').update(text).digest('hex'),
          encoding: 'utf-8',
          byteLength: Buffer.byteLength(text),
          reader: 'text',
          byteOrderMark: false,
          replacements: 0,
        },
        direction: 'ltr',
        textLength: text.length,
        wordCount: text.split(/\s+/u).length,
        metadata: {},
        versionOf: null,
        createdAt: madeAt,
        updatedAt: madeAt,
        ...untouched,
      },
      body: { text, blocks: deriveBlocks(text) },
      spans,
      relations: [],
    }),
  );
  await pipeline(Readable.from(datasetBytes(head, written)), createWriteStream(file));
}
