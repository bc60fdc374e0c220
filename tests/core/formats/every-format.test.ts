import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentDifference } from '../../../src/core/formats/dataset-content.ts';
import type { Dataset } from '../../../src/core/formats/dataset-schema.ts';
import { LossCount } from '../../../src/core/formats/loss-count.ts';
import { readDatasetFiles } from '../../../src/core/formats/open-file.ts';
import { datasetFile, endingOf } from '../../../src/core/formats/packing.ts';
import { lossesOf, reduceArticle, reduceHead } from '../../../src/core/formats/reduce-dataset.ts';
import { formats } from '../../../src/core/formats/registry.ts';
import { exportDataset } from '../../../src/core/formats/to-dataset.ts';
import { anyProject, gather } from './random-project.ts';

/** What a format promises to hold it holds: of any project, whatever is in its texts, ids, notes and attributes. */
const written = formats.flatMap((format) =>
  format.writer === undefined ? [] : [{ format, id: format.id, writer: format.writer }],
);
const readToo = written.filter(({ format }) => format.datasets !== undefined);

describe.each(readToo)('$id', ({ format, writer }) => {
  test('reads back all that it holds of any project', async () => {
    await fc.assert(
      fc.asyncProperty(anyProject, async (state) => {
        const dataset = exportDataset(state, { kind: 'handOver' });
        const { articles, ...head } = dataset;
        if (articles.length === 0) return;
        const lost = new LossCount();
        const bytes = await gather(datasetFile(writer, head, articles, articles.length, lost));
        const name = `dataset${endingOf(format, articles.length)}`;
        const reading = await readDatasetFiles([{ name, bytes }]);
        if (!reading.ok) throw new Error(reading.reason.message);
        const expected: Dataset = {
          ...reduceHead(head, writer.holds),
          articles: articles.map((article) => reduceArticle(article, writer.holds)),
        };
        expect(reading.value.faults.filter(({ effect }) => effect === 'refused')).toEqual([]);
        expect(contentDifference(expected, reading.value.dataset, writer.holds)).toBeUndefined();
        expect(lost.losses()).toEqual(lossesOf(head, articles, writer.holds));
      }),
      { numRuns: 60 },
    );
  });
});

describe.each(written)('$id', ({ writer }) => {
  test('writes the same bytes of the same project', async () => {
    const [state] = fc.sample(anyProject, { numRuns: 1, seed: 7 });
    if (state === undefined) throw new Error('a sample of one has one');
    const { articles, ...head } = exportDataset(state, { kind: 'handOver' });
    const write = () => gather(datasetFile(writer, head, articles, articles.length));
    expect(Buffer.from(await write()).equals(await write())).toBe(true);
  });
});
