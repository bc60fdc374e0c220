import { z } from 'zod';
import { identifierSchema } from '../model/identifier.ts';

/** What this version of Ascribe writes. A profile with a higher one is shown and not changed. */
export const dataVersion = 4;

/** A project's id is the name of its journal's folder as well. */
export const projectIdPattern = /^[\w-]+$/;

/** Names of files and folders in a profile. */
export const markerName = 'ascribe-profile.json';
export const projectsName = 'journal';
/** Each project's folder has a copy of the marker under this name, as it was when the project was last the open one. */
export const copyName = 'project.json';

export const markerSchema = z.object({
  format: z.literal('ascribe-profile'),
  dataVersion: z.int().positive(),
  projectId: identifierSchema.regex(projectIdPattern),
  /** Which of the project's databases is in use. */
  generation: z.int().positive(),
  createdAt: z.iso.datetime(),
  /** When the project was last made the open one; left out by versions that had only one. */
  openedAt: z.iso.datetime().optional(),
});
export type Marker = Readonly<z.infer<typeof markerSchema>>;

export function newMarker(projectId: string, generation: number, now: Date): Marker {
  const at = now.toISOString();
  return { format: 'ascribe-profile', dataVersion, projectId, generation, createdAt: at, openedAt: at };
}

/** A number that no database can have: the store is then rebuilt from the journal instead of an old one being taken for it. */
export function unusedGeneration(now: Date): number {
  return Math.floor(now.getTime() / 1000);
}

/** The text of a marker's file. */
export function markerText(marker: Marker): string {
  return `${JSON.stringify(marker, null, 2)}\n`;
}
