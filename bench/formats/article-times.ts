import { performance } from 'node:perf_hooks';
import type { Format, SourceFile } from '../../src/core/formats/format.ts';
import { readArticles } from '../../src/core/formats/open-articles.ts';
import { bestFormat, opensArticles } from '../../src/core/formats/registry.ts';
import { samples } from '../fuzz/samples.ts';
import { peakMemory } from './peak-memory.ts';

/** What one reader of articles took for all the files that are its own. */
export interface ArticleTimes {
  readonly files: number;
  readonly bytes: number;
  readonly articles: number;
  /** Of all files, the quickest round, ms. */
  readonly ms: number;
  /** Of the slowest file, in that round. */
  readonly slowest: number;
  /** By how much the most memory of the process grew meanwhile, in MB. */
  readonly growth: number;
}

/** Times the reading of real files, and of the samples where a format has no others. */
export async function articleTimes(
  { id }: Format,
  real: readonly SourceFile[],
  rounds: number,
): Promise<ArticleTimes> {
  const isOwn = (file: SourceFile) => bestFormat(file, opensArticles)?.id === id;
  const found = real.filter(isOwn);
  const files = found.length > 0 ? found : samples.filter(isOwn);
  const before = peakMemory();
  let [ms, slowest, articles] = [Number.POSITIVE_INFINITY, 0, 0];
  for (let round = 0; round < rounds; round++) {
    let [sum, worst, count] = [0, 0, 0];
    for (const { name, bytes } of files) {
      const own = new Uint8Array(bytes);
      const began = performance.now();
      for await (const { content } of readArticles({ name, bytes: own }))
        if (content.kind === 'article' && content.read.ok) count += 1;
      const took = performance.now() - began;
      sum += took;
      worst = Math.max(worst, took);
    }
    if (sum < ms) [ms, slowest, articles] = [sum, worst, count];
  }
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  return { files: files.length, bytes, articles, ms, slowest, growth: peakMemory() - before };
}
