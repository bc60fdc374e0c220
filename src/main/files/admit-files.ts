import { basename } from 'node:path';
import type { Arrival, ArrivedFile } from '../../bridge/files.ts';
import { readFailure } from '../disk/file-failure.ts';
import type { FileLayer } from '../disk/file-layer.ts';
import { type FilePurpose, purposeOf } from './file-purpose.ts';
import { walkFolder } from './folder-walk.ts';
import { type OpenedFiles, unfit } from './opened-files.ts';

/** Paths that one gesture brought, and what they are for. */
export interface Gesture {
  readonly paths: readonly string[];
  readonly purpose: FilePurpose;
  /** Folders are opened with all that is in them; otherwise they are refused by name. */
  readonly folders: 'walk' | 'refuse';
}

/** Gives each fit file a token, in the order given, and says of each other why it cannot be taken. */
export async function admitFiles(layer: FileLayer, opened: OpenedFiles, gesture: Gesture): Promise<Arrival> {
  const files: ArrivedFile[] = [];
  const refused: { name: string; message: string }[] = [];
  for (const path of gesture.paths) await admit(path, gesture.folders === 'walk');
  return { files, refused };

  async function admit(path: string, walk: boolean): Promise<void> {
    const name = basename(path);
    try {
      const facts = await layer.facts(path);
      if (walk && facts.kind === 'folder') {
        const walked = await walkFolder(layer, path);
        refused.push(...walked.refused);
        for (const found of walked.paths) await admit(found, false);
        return;
      }
      const purpose = purposeOf(name, gesture.purpose);
      const reason = unfit(facts, name, purpose);
      if (reason) refused.push({ name, message: reason.message });
      else {
        const token = opened.add({ path, name, purpose });
        files.push({ token, name, byteLength: facts.size });
      }
    } catch (error) {
      refused.push({ name, message: readFailure(error, name).message });
    }
  }
}
