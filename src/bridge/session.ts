import { z } from 'zod';
import { identifierSchema } from '../core/model/identifier.ts';
import { arrivalSchema } from './files.ts';
import { settingsSchema } from './settings.ts';

/** What the journal in main holds, compared at each start with the renderer's store. */
export const journalStateSchema = z.strictObject({
  /** Number of the last whole entry in snapshot or journal; 0 when there is none. */
  lastSeq: z.int().nonnegative(),
  /** Number of the last entry that is known to have been there, where it is no longer. */
  reach: z.int().positive().optional(),
  /** Numbers of the snapshots on disk, newest first. */
  snapshots: z.array(z.int().positive()),
  /** Names of broken files that were set aside at this start. */
  setAside: z.array(z.string()),
  /** True when a torn last line was dropped at this start. */
  tornTail: z.boolean(),
});
export type JournalState = Readonly<z.infer<typeof journalStateSchema>>;

/** What the window needs to know before it can show anything. */
export const sessionSchema = z.strictObject({
  /** True when this profile was never used: no marker of main was in it. */
  firstStart: z.boolean(),
  /** Set when the profile was written by a newer version: show, change nothing. The sentence says so. */
  readOnly: z.string().nullable(),
  projectId: identifierSchema,
  /** Which of the project's databases is in use; a rebuilt store gets the next number. */
  generation: z.int().positive(),
  journal: journalStateSchema,
  /** The article that was begun to be opened and never seen, and how often in a row; null when there is none. */
  leftOpening: z.strictObject({ articleId: identifierSchema, times: z.int().positive() }).nullable(),
  settings: settingsSchema,
  arrival: arrivalSchema,
  platform: z.enum(['darwin', 'win32', 'linux']),
  versions: z.strictObject({
    app: z.string(),
    electron: z.string(),
    /** The day on which the support of that Electron ended; null while it lasts. */
    electronSupportEnded: z.iso.date().nullable(),
    chromium: z.string(),
  }),
  /** Whether the licences of what the app is built with can be read, as they can in an installed app. */
  hasNotices: z.boolean(),
});
export type Session = Readonly<z.infer<typeof sessionSchema>>;
