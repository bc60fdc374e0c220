import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import { companionsOf } from '../core/formats/gather-files.ts';
import { isRest, restOf } from '../core/formats/rest-file-names.ts';
import type { Fault } from './fault.ts';
import { isStandardInput } from './standard-streams.ts';
import { systemReason } from './system-reason.ts';

/**
 * The files behind the operands, each once. Folders are taken apart (their files sorted by name, hidden ones and links to folders left out); where no file has the name of an
 * operand, `*`, `?`, `[…]`, `{…}` and `**` in it stand for others, for shells that leave them as they are.
 */
export async function inputFiles(
  operands: readonly string[],
  folder: string,
): Promise<{ readonly files: readonly string[]; readonly faults: readonly Fault[] }> {
  const files = new Set<string>();
  const faults: Fault[] = [];
  for (const operand of operands) {
    if (isStandardInput(operand)) {
      files.add(operand);
      continue;
    }
    try {
      const matched = await matches(operand, folder);
      if (matched !== undefined) {
        if (matched.length === 0) faults.push({ file: operand, reason: 'no file has such a name' });
        for (const file of matched) files.add(file);
        continue;
      }
      if (!(await stat(resolve(folder, operand))).isDirectory()) {
        files.add(operand);
        continue;
      }
      const found = await filesBelow(operand, folder);
      if (found.length === 0) faults.push({ file: operand, reason: 'the folder holds no files' });
      for (const file of found) files.add(file);
    } catch (error) {
      faults.push({ file: operand, reason: systemReason(error) });
    }
  }
  // What belongs to another of the files is read with it.
  const companions = new Set(
    [...files].flatMap((file) => companionsOf(basename(file)).map((path) => join(dirname(file), path))),
  );
  for (const file of files) if (!isRest({ name: file })) companions.add(join(restOf(file)));
  return { files: [...files].filter((file) => !companions.has(join(file))), faults };
}

/** The files that a pattern stands for; undefined for what is none, or the name of a file. */
async function matches(operand: string, folder: string): Promise<string[] | undefined> {
  const { isGlob, base, glob } = picomatch.scan(operand.replaceAll(sep, '/'));
  if (!isGlob || (await stat(resolve(folder, operand)).catch(() => undefined)) !== undefined)
    return undefined;
  const isMatch = picomatch(glob);
  const below = await filesBelow(base === '' ? '.' : base, folder);
  return below.filter((file) => isMatch(relative(base, file).replaceAll(sep, '/')));
}

async function filesBelow(path: string, folder: string): Promise<string[]> {
  const entries = await readdir(resolve(folder, path), { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue;
    const inner = join(path, entry.name);
    if (entry.isDirectory()) found.push(...(await filesBelow(inner, folder)));
    else if ((await stat(resolve(folder, inner))).isFile()) found.push(inner);
  }
  return found;
}
