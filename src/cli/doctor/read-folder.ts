import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemReason } from '../system-reason.ts';
import { type Finding, fault } from './finding.ts';

/** A file that was read whole. */
export interface FolderFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The names in a folder; none where it is not there. @throws any other failure of the file system */
export async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** Reads those of a folder's files that are wanted; one that cannot be read is a finding. */
export async function readFiles(
  folder: string,
  names: readonly string[],
  subject: (name: string) => string,
): Promise<{ readonly files: readonly FolderFile[]; readonly findings: readonly Finding[] }> {
  const files: FolderFile[] = [];
  const findings: Finding[] = [];
  for (const name of names) {
    try {
      files.push({ name, bytes: new Uint8Array(await readFile(join(folder, name))) });
    } catch (error) {
      findings.push(fault(subject(name), `it cannot be read: ${systemReason(error)}`));
    }
  }
  return { files, findings };
}
