import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentDifference } from '../../../src/core/formats/dataset-content.ts';
import type { Dataset } from '../../../src/core/formats/dataset-schema.ts';
import { everything } from '../../../src/core/formats/holdings.ts';
import { readDatasetFiles } from '../../../src/core/formats/open-file.ts';
import { parquetFiles } from '../../../src/core/formats/parquet/write-parquet.ts';
import { exportDataset } from '../../../src/core/formats/to-dataset.ts';
import { anyProject } from './random-project.ts';
import { mutant } from './real-files.ts';
import { datasetOf, spanAt } from './round-trip.ts';

async function filesOf({ articles, ...head }: Dataset) {
  const files: { name: string; bytes: Uint8Array }[] = [];
  for await (const file of parquetFiles(head, articles)) files.push(file);
  return files;
}

const small = datasetOf({
  text: '😀 Ann said no.',
  spans: [
    spanAt('s', 'speaker', 'Ann', 2, { attributes: { sure: true, share: 0.5 } }),
    spanAt('c', 'claim', 'no', 11, { attributes: { share: 2 } }),
  ],
  relations: [{ id: 'r', type: 'claimedBy', from: 'c', to: 's' }],
});

/** What DuckDB answers to questions about the tables of a dataset. */
async function asked(dataset: Dataset, ...questions: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'ascribe-parquet-'));
  try {
    for (const { name, bytes } of await filesOf(dataset)) writeFileSync(join(folder, name), bytes);
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const answers: unknown[][] = [];
    for (const question of questions) {
      const sql = question.replace(
        /\b(spans|relations|articles)\b(?!\.)/g,
        (name) => `'${join(folder, name)}.parquet'`,
      );
      answers.push((await connection.runAndReadAll(sql)).getRowsJS());
    }
    connection.closeSync();
    return answers;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('Parquet tables', () => {
  test('have columns of their types in DuckDB', async () => {
    const [types, rows] = await asked(
      small,
      'SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM spans)',
      'SELECT "start", "end", "attribute.share", "attribute.sure" FROM spans ORDER BY "start"',
    );
    expect(types).toEqual(
      expect.arrayContaining([
        ['start', 'BIGINT'],
        ['text', 'VARCHAR'],
        ['flagged', 'BOOLEAN'],
        ['attribute.share', 'DOUBLE'],
        ['attribute.sure', 'BOOLEAN'],
      ]),
    );
    expect(rows).toEqual([
      [2n, 5n, 0.5, true],
      [11n, 13n, 2, null],
    ]);
  });

  test('join in DuckDB: of any project each span reads what it says, each relation links two spans', async () => {
    await fc.assert(
      fc.asyncProperty(anyProject, async (state) => {
        const dataset = exportDataset(state, { kind: 'handOver' });
        if (dataset.articles.length === 0) return;
        const spans = dataset.articles.flatMap((article) => article.spans ?? []);
        const relations = dataset.articles.flatMap((article) => article.relations ?? []);
        // array_slice of a text counts code points, as substring of a text does; both are asked for by the offset from 1.
        const [counted, reading, linked] = await asked(
          dataset,
          'SELECT count(*) FROM spans',
          'SELECT count(*) FROM spans s JOIN articles a ON a.id = s.article_id WHERE s.fragments IS NOT NULL OR substring(a.text, s."start" + 1, s."end" - s."start") = s.text',
          'SELECT count(*) FROM relations r JOIN spans f ON f.id = r."from" JOIN spans t ON t.id = r."to" WHERE f.article_id = r.article_id AND t.article_id = r.article_id',
        );
        expect([counted, reading, linked]).toEqual([
          [[BigInt(spans.length)]],
          [[BigInt(spans.length)]],
          [[BigInt(relations.length)]],
        ]);
      }),
      { numRuns: 15 },
    );
  });

  test('that DuckDB wrote again are read', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ascribe-parquet-'));
    try {
      const again: { name: string; bytes: Uint8Array }[] = [];
      const connection = await (await DuckDBInstance.create(':memory:')).connect();
      for (const { name, bytes } of await filesOf(small)) {
        writeFileSync(join(folder, `in-${name}`), bytes);
        await connection.run(
          `COPY (FROM '${join(folder, `in-${name}`)}') TO '${join(folder, name)}' (FORMAT parquet)`,
        );
        again.push({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) });
      }
      connection.closeSync();
      const read = await readDatasetFiles(again);
      if (!read.ok) throw new Error(read.reason.message);
      expect(read.value.faults).toEqual([]);
      const own = await readDatasetFiles(await filesOf(small));
      expect(own.ok && contentDifference(own.value.dataset, read.value.dataset, everything)).toBeUndefined();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('are read with the files beside them; annotations alone are not', async () => {
    const files = await filesOf(small);
    const whole = await readDatasetFiles(files);
    expect(whole.ok && whole.value.dataset.articles[0]?.spans).toHaveLength(2);
    const alone = await readDatasetFiles(files.filter(({ name }) => name === 'spans.parquet'));
    expect(alone).toMatchObject({
      ok: false,
      reason: { code: 'cannot-read', message: expect.stringContaining('articles.parquet') },
    });
    const broken = await readDatasetFiles([
      { name: 'spans.parquet', bytes: new TextEncoder().encode('PAR1 nothing PAR1') },
    ]);
    expect(broken).toMatchObject({ ok: false, reason: { code: 'damaged' } });
  });

  test('that are damaged anywhere give a dataset or a sentence', async () => {
    const files = await filesOf(small);
    for (let seed = 0; seed < 300; seed++) {
      const mutated = files.map((file, at) => (at === seed % 3 ? mutant(file, seed) : file));
      const read = await readDatasetFiles(mutated);
      if (!read.ok) expect(read.reason.message).toMatch(/^“.*”/);
    }
  });
});
