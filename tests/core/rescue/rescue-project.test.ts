import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDataset } from '../../../src/core/formats/read-dataset.ts';
import { quoteOf } from '../../../src/core/model/fragment.ts';
import type { Project } from '../../../src/core/model/project.ts';
import { newProject } from '../../../src/core/operations/new-project.ts';
import type { Operation } from '../../../src/core/operations/operation.ts';
import type { ProjectState } from '../../../src/core/operations/project-state.ts';
import type { ProjectFile } from '../../../src/core/rescue/journal-entries.ts';
import { rescuedContents, rescueProject } from '../../../src/core/rescue/rescue-project.ts';
import { readSnapshot, snapshotBytes } from '../../../src/core/snapshot/snapshot-file.ts';
import { someTime } from '../arbitraries/article.ts';
import { damage, mutation } from '../arbitraries/damaged-bytes.ts';
import { operationSequence } from '../arbitraries/operation-sequence.ts';
import { contentOf } from '../arbitraries/project-content.ts';
import { firstOperation, kept } from './rescue-kit.ts';

const history = operationSequence.map(({ operations }) => [firstOperation, ...operations]);
const wellFormed = history.filter((operations) => !/\\ud[89a-f]/.test(JSON.stringify(operations)));
const snapshots = fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { maxLength: 4 });

function named(i: number): Project {
  return { ...newProject('project', someTime), name: `Name ${i}` };
}

function rescue(files: readonly ProjectFile[]) {
  return rescueProject('project', files, someTime);
}

/** No annotation stands on a text that does not read what it says. */
function expectAnchored({ articles }: ProjectState): void {
  for (const { body, spans } of articles.values()) {
    for (const { fragments, quote } of spans.ordered) expect(quoteOf(body.text, fragments)).toBe(quote);
  }
}

describe('a rescue', () => {
  it('of sound files is the project as it stood', async () => {
    await fc.assert(
      fc.asyncProperty(wellFormed, snapshots, async (operations, after) => {
        const { files, state, lastSeq } = await kept(operations, after);
        const rescued = rescue(files);
        expect(rescued).toMatchObject({ reached: lastSeq, target: lastSeq, losses: [] });
        expect(contentOf(rescued.state)).toEqual(contentOf(state));
      }),
      { numRuns: 100 },
    );
  });

  it('loses nothing to one damaged file while others tell the same', async () => {
    await fc.assert(
      fc.asyncProperty(wellFormed, fc.nat(), mutation, async (operations, which, change) => {
        const { files, state, lastSeq } = await kept(operations, [1, 3, 5]);
        const snapshotFiles = files.filter(({ name }) => name.endsWith('.snapshot.json'));
        fc.pre(snapshotFiles.length > 1);
        const victim = snapshotFiles[which % snapshotFiles.length];
        const spoilt = files.map((file) =>
          file === victim ? { ...file, bytes: damage(file.bytes, change).bytes } : file,
        );
        const rescued = rescue(spoilt);
        expect(rescued).toMatchObject({ reached: lastSeq, losses: [] });
        expect(contentOf(rescued.state)).toEqual(contentOf(state));
      }),
      { numRuns: 150 },
    );
  });

  it('of files that are all damaged never fails, tells what is lost, and puts nothing on a wrong text', async () => {
    await fc.assert(
      fc.asyncProperty(
        wellFormed,
        snapshots,
        fc.array(mutation, { minLength: 8, maxLength: 8 }),
        async (operations, after, changes) => {
          const { files, lastSeq } = await kept(operations, after);
          const rescued = rescue(
            files.map((file, i) => {
              const change = changes[i % changes.length];
              return change === undefined ? file : { ...file, bytes: damage(file.bytes, change).bytes };
            }),
          );
          expectAnchored(rescued.state);
          expect(rescued.reached).toBeLessThanOrEqual(lastSeq);
          if (rescued.reached < rescued.target) expect(rescued.losses.length).toBeGreaterThan(0);
          await expectReadable(rescued);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('takes entries from a file that was set aside', async () => {
    const { files, state, lastSeq } = await kept([firstOperation], []);
    const rescued = rescue(
      files.map((file) => ({ ...file, name: `${file.name}.broken-2026-11-26T10-00-00-000Z` })),
    );
    expect(rescued).toMatchObject({ reached: lastSeq, losses: [] });
    expect(contentOf(rescued.state)).toEqual(contentOf(state));
  });

  it('leaves what was set aside alone where the project went on without it', async () => {
    const operations: Operation[] = [firstOperation];
    for (let i = 0; i < 8; i++)
      operations.push({ type: 'project.update', before: named(i), after: named(i + 1) });
    const before = await kept(operations, []);
    const after = await kept(operations.slice(0, 3), []);
    const aside = before.files.map((file) => ({
      ...file,
      name: `${file.name}.broken-2026-11-26T10-00-00-000Z`,
    }));
    expect(rescue([...after.files, ...aside])).toMatchObject({ reached: 3, target: 3, losses: [] });
  });

  it('of nothing is an empty project', () => {
    expect(rescue([])).toMatchObject({ reached: 0, target: 0, losses: [] });
  });
});

/** The copy that is written of it is a dataset that comes in without a fault, and holds everything; what a dataset cannot hold (an id that two articles have) stands apart. */
async function expectReadable(rescued: ReturnType<typeof rescue>): Promise<void> {
  const pieces: Uint8Array[] = [];
  for await (const piece of snapshotBytes(rescuedContents(rescued))) pieces.push(piece);
  const bytes = new Uint8Array(Buffer.concat(pieces));
  const read = readDataset({ name: 'rescue.json', bytes });
  if (!read.ok) throw new Error(read.reason.message);
  expect(read.value.faults).toEqual([]);
  const whole = readSnapshot(bytes);
  if (!whole.ok) throw new Error(whole.reason);
  const spans = [...whole.value.articles].reduce((sum, article) => sum + article.spans.length, 0);
  const held = [...rescued.state.articles.values()].reduce((sum, article) => sum + article.spans.size, 0);
  expect(spans).toBe(held);
}
