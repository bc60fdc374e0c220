import type { Format } from '../../../core/formats/format.ts';
import { formats, opensArticles } from '../../../core/formats/registry.ts';

/** Endings of files that open as articles, and of what several of them come in, without dots. */
export function articleExtensions(): string[] {
  return extensionsOf(formats.filter(opensArticles));
}

/** Endings of files that are datasets, and of what several of them come in, without dots. */
export function datasetExtensions(): string[] {
  return extensionsOf(formats.filter(({ datasets }) => datasets !== undefined));
}

function extensionsOf(some: readonly Format[]): string[] {
  const endings = some.flatMap((format) => format.endings.map((ending) => ending.slice(1)));
  return [...new Set([...endings, 'zip'])].sort();
}
