import { join } from 'node:path';
import { z } from 'zod';
import { projectFactsSchema } from '../../bridge/projects.ts';
import type { FileLayer } from '../disk/file-layer.ts';
import { readWhole } from '../disk/read-whole.ts';
import { writeAtomically } from '../disk/write-atomically.ts';

const aboutSchema = z.object({
  facts: projectFactsSchema,
  openedAt: z.iso.datetime().nullable(),
  trashedAt: z.iso.datetime().nullable(),
});

/** What is kept beside a project's journal so that it can be listed without being opened. Nothing is lost with it. */
export type ProjectAbout = Readonly<z.infer<typeof aboutSchema>>;

const fileName = 'about.json';

/** Undefined when there is none that can be read. */
export async function readAbout(layer: FileLayer, folder: string): Promise<ProjectAbout | undefined> {
  try {
    const text = Buffer.from(await readWhole(layer, join(folder, fileName))).toString('utf8');
    return aboutSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** @throws a Node file-system error */
export async function writeAbout(layer: FileLayer, folder: string, about: ProjectAbout): Promise<void> {
  const bytes = Buffer.from(`${JSON.stringify(about, null, 2)}\n`);
  await writeAtomically(layer, join(folder, fileName), bytes);
}
