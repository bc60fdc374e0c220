import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from '../../src/core/formats/format.ts';

/** All files below a folder, under their paths from there. */
export function filesBelow(folder: string, prefix = ''): SourceFile[] {
  return readdirSync(join(folder, prefix), { withFileTypes: true }).flatMap((entry) => {
    const name = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(folder, name);
    return [{ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }];
  });
}
