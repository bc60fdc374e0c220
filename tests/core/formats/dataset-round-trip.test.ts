import fc from 'fast-check';
import { expect, test } from 'vitest';
import { annotatedArticleOf } from '../../../src/core/formats/annotated-article.ts';
import { type Dataset, datasetSchema } from '../../../src/core/formats/dataset-schema.ts';
import { datasetBytes } from '../../../src/core/formats/dataset-writer.ts';
import { datasetToState } from '../../../src/core/formats/from-dataset.ts';
import { readDataset } from '../../../src/core/formats/read-dataset.ts';
import { exportDataset } from '../../../src/core/formats/to-dataset.ts';
import type { ProjectState } from '../../../src/core/operations/project-state.ts';
import { anyProject, gather } from './random-project.ts';

const filling = { now: '2030-01-01T00:00:00.000Z', projectId: 'new' };
const bytesOf = ({ articles, ...head }: Dataset) => gather(datasetBytes(head, articles));

function read(bytes: Uint8Array): Dataset {
  const reading = readDataset({ name: 'project.json', bytes });
  if (!reading.ok) throw new Error(reading.reason.message);
  expect(reading.value.faults).toEqual([]);
  expect(reading.value.unknownKeys).toEqual([]);
  return reading.value.dataset;
}

/** Plain data that says all of a state; relations have no order of their own. */
function plain({ project, articles }: ProjectState) {
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  return {
    project,
    articles: [...articles.values()].map((article) => {
      const { relations, ...rest } = annotatedArticleOf(article);
      return { ...rest, relations: [...relations].sort(byId) };
    }),
  };
}

test('a snapshot read back is the project that was written', async () => {
  await fc.assert(
    fc.asyncProperty(anyProject, async (state) => {
      const bytes = await bytesOf(exportDataset(state, { kind: 'snapshot' }));
      expect(plain(datasetToState(read(bytes), filling))).toEqual(plain(state));
    }),
    { numRuns: 300 },
  );
});

test('what was read and is written again has the same bytes', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyProject,
      fc.constantFrom('snapshot' as const, 'handOver' as const),
      async (state, kind) => {
        const bytes = await bytesOf(exportDataset(state, { kind }));
        const again = exportDataset(datasetToState(read(bytes), filling), { kind });
        expect(Buffer.from(await bytesOf(again)).equals(bytes)).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});

test('what is exported satisfies the schema that the app checks it with', () => {
  fc.assert(
    fc.property(anyProject, (state) => {
      const dataset = exportDataset(state, { kind: 'snapshot' });
      expect(datasetSchema.parse(dataset)).toEqual(dataset);
    }),
  );
});

test('a hand-over leaves out the trash, the project id and annotators who made nothing', () => {
  fc.assert(
    fc.property(anyProject, (state) => {
      const dataset = exportDataset(state, { kind: 'handOver' });
      const kept = [...state.articles.values()].filter(({ record }) => record.trashedAt === null);
      expect(dataset.articles.map(({ id }) => id)).toEqual(kept.map(({ record }) => record.id));
      expect(dataset.project).not.toHaveProperty('id');
      const active = new Set(
        kept.flatMap((a) => [...a.spans.ordered, ...a.relations.values()]).map((made) => made.annotator),
      );
      expect(new Set(dataset.annotators?.map(({ id }) => id))).toEqual(active);
    }),
  );
});

test('only the articles that were asked for are handed over', () => {
  fc.assert(
    fc.property(anyProject, (state) => {
      const dataset = exportDataset(state, { kind: 'handOver', articles: ['article-1', 'elsewhere'] });
      const wanted = state.articles.get('article-1');
      expect(dataset.articles.map(({ id }) => id)).toEqual(
        wanted?.record.trashedAt === null ? ['article-1'] : [],
      );
    }),
  );
});
