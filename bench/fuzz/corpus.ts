import fc from 'fast-check';
import type { Format, SourceFile } from '../../src/core/formats/format.ts';
import { companionsOf, pathBeside } from '../../src/core/formats/gather-files.ts';
import { datasetFiles } from '../../src/core/formats/packing.ts';
import { exportDataset } from '../../src/core/formats/to-dataset.ts';
import { anyProject, gather } from '../../tests/core/formats/random-project.ts';
import { samples } from './samples.ts';

/** A file with those that belong to it, the names of these as the reader wants them. */
export interface Case {
  readonly file: SourceFile;
  readonly companions: readonly SourceFile[];
}

/** Larger files would only make it slower. */
const largest = 300 * 1024;
/** Files of one reader that are damaged in turn. */
const mostCases = 60;
const ownProjects = 12;

/** The files that a reader is tried with, damaged: real ones, our own samples and, for a dataset, what its writer makes of random projects. */
export async function casesOf(format: Format, real: readonly SourceFile[]): Promise<Case[]> {
  const byName = new Map(real.map((file) => [file.name, file]));
  const all = [...samples, ...real];
  const sure = all.filter((file) => format.recognise(file) === 'content');
  const known = sure.length > 0 ? sure : all.filter((file) => format.recognise(file) === 'ending');
  const cases = known
    .filter(({ bytes }) => bytes.length <= largest)
    .map((file): Case => {
      const found = companionsOf(file.name).flatMap((name) => {
        const beside = byName.get(pathBeside(file.name, name));
        return beside === undefined ? [] : [{ name, bytes: beside.bytes }];
      });
      return { file, companions: found };
    });
  // Files of one kind are alike: some from everywhere.
  const step = Math.max(1, cases.length / mostCases);
  const some = Array.from(
    { length: Math.min(mostCases, cases.length) },
    (_, at) => cases[Math.floor(at * step)],
  );
  const own = await written(format);
  // Files that only have the ending are another program's as a rule.
  return sure.length === 0 && own.length > 0 ? own : [...some.flatMap((each) => each ?? []), ...own];
}

async function written(format: Format): Promise<Case[]> {
  const { writer } = format;
  if (writer === undefined || format.datasets === undefined) return [];
  const cases: Case[] = [];
  for (const state of fc.sample(anyProject, { numRuns: ownProjects, seed: 5 })) {
    const { articles, ...head } = exportDataset(state, { kind: 'handOver' });
    if (articles.length === 0) continue;
    const files: SourceFile[] = [];
    for await (const { name, pieces } of datasetFiles({ ...format, writer }, 'd', head, articles))
      files.push({ name, bytes: await gather(pieces) });
    const [file, ...companions] = files.sort((a, b) => Number(isMain(b, format)) - Number(isMain(a, format)));
    if (file !== undefined) cases.push({ file, companions });
  }
  return cases;
}

function isMain({ name }: SourceFile, { datasets }: Format): boolean {
  return (datasets?.companions?.(name).length ?? 0) > 0;
}
