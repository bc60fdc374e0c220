import type { Format, SourceFile } from './format.ts';
import { formats } from './registry.ts';

/** A file and those that belong to it, of the files that came together. */
export interface FileGroup {
  readonly file: SourceFile;
  readonly companions: readonly SourceFile[];
}

/** The path that a relative one means for a file in a folder: `a/b.ann` and `../c.conf` give `c.conf`. */
export function pathBeside(name: string, relative: string): string {
  const parts = name.split('/').slice(0, -1);
  for (const part of relative.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** The companions that a file of this name may have, as paths from where it stands; by the endings of names alone. */
export function companionsOf(name: string): readonly string[] {
  const lower = name.toLowerCase();
  const asked = ({ endings, datasets }: Format) =>
    datasets?.companions !== undefined && endings.some((ending) => lower.endsWith(ending));
  const base = name.slice(name.lastIndexOf('/') + 1);
  return formats.filter(asked).flatMap(({ datasets }) => datasets?.companions?.(base) ?? []);
}

/** Groups files that came together: each that is no companion of another, with its companions. A file may be the companion of several. */
export function fileGroups(files: readonly SourceFile[]): readonly FileGroup[] {
  const byName = new Map(files.map((file) => [file.name, file]));
  const taken = new Set<SourceFile>();
  const groups = files.map((file) => {
    const companions = companionsOf(file.name).flatMap((relative) => {
      const found = byName.get(pathBeside(file.name, relative));
      if (found === undefined || found === file) return [];
      taken.add(found);
      return [{ name: relative, bytes: found.bytes }];
    });
    return { file, companions };
  });
  return groups.filter(({ file }) => !taken.has(file));
}
