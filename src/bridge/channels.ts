import { z } from 'zod';
import { identifierSchema } from '../core/model/identifier.ts';
import { resultSchema } from './failure.ts';
import { arrivalSchema } from './files.ts';
import { menuStateSchema } from './menu-state.ts';
import { listedProjectSchema, projectFactsSchema } from './projects.ts';
import { reportCountsSchema, savingKindSchema } from './report.ts';
import { sessionSchema } from './session.ts';
import { settingsSchema } from './settings.ts';

const nothing = z.strictObject({});
const bytes = z.instanceof(Uint8Array);
/** A file being written: its bytes go to a temporary file until it is committed. */
const handle = z.strictObject({ handle: z.string().uuid() });
/** Lower-case hexadecimal. */
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const seq = z.int().positive();

/**
 * Every request that the renderer can make of main: what it sends and what comes back. Both sides parse both with these schemas;
 * there is no other way across.
 */
export const channels = {
  /** Called once by each window load. */
  'session.start': { request: nothing, response: sessionSchema },
  /** The window may close: `unsaved` counts operations that have not reached both homes. */
  'session.readyToClose': { request: z.strictObject({ unsaved: z.int().nonnegative() }), response: nothing },
  /** The renderer has rebuilt its store into the database of this generation and uses it from now on. */
  'session.adoptStore': {
    request: z.strictObject({ projectId: identifierSchema, generation: z.int().positive() }),
    response: resultSchema(nothing),
  },
  /** The browser engine cannot open its databases at all: puts their folder aside under another name, so that new ones can be made. */
  'session.setStoreAside': { request: nothing, response: resultSchema(nothing) },
  /** A line for main's log file; never article text. */
  'session.log': {
    request: z.strictObject({ level: z.enum(['info', 'warning', 'error']), message: z.string().max(10_000) }),
    response: nothing,
  },

  /** An article is about to be drawn. Answers when that is on the disk: should the window end before `articles.seen`, the next start knows of which. */
  'articles.opening': {
    request: z.strictObject({ projectId: identifierSchema, articleId: identifierSchema }),
    response: nothing,
  },
  /** The article is on the screen. */
  'articles.seen': { request: z.strictObject({ articleId: identifierSchema }), response: nothing },

  /** Shows the open dialog. An empty arrival when it is cancelled. */
  'files.choose': {
    request: z.strictObject({
      purpose: z.enum(['articles', 'folder', 'dataset', 'tagSet', 'archive', 'settings']),
      /** Endings of the files that are shown at first, without dots; main itself knows no formats. All others can be chosen too. */
      extensions: z
        .array(z.string().regex(/^[a-z0-9]{1,12}$/))
        .max(200)
        .optional(),
    }),
    response: arrivalSchema,
  },
  /** Paths of dropped files. Only the preload calls this, with what the browser engine says of real `File` objects. */
  'files.admitDropped': { request: z.strictObject({ paths: z.array(z.string()) }), response: arrivalSchema },
  'files.read': {
    request: z.strictObject({ token: z.string().uuid() }),
    response: resultSchema(z.strictObject({ name: z.string(), bytes })),
  },
  /** Keeps a file that an article was made of, in the profile, as it is. */
  'originals.keep': {
    request: z.strictObject({ bytes }),
    response: resultSchema(z.strictObject({ sha256 })),
  },
  /** A file that was kept; null when there is none with that digest. */
  'originals.read': {
    request: z.strictObject({ sha256 }),
    response: resultSchema(z.strictObject({ bytes: bytes.nullable() })),
  },
  /** What was learnt from the open project, as it was kept; null when there is nothing. */
  'learnt.read': { request: nothing, response: resultSchema(z.strictObject({ bytes: bytes.nullable() })) },
  /** Keeps it with a project, the open one unless another is named, in place of what was kept before. */
  'learnt.keep': {
    request: z.strictObject({ bytes, projectId: identifierSchema.optional() }),
    response: resultSchema(nothing),
  },
  'learnt.forget': { request: nothing, response: resultSchema(nothing) },
  /** Plain text on the clipboard, empty when there is none: the command "New article from clipboard" asks, and nothing else. */
  'clipboard.readText': { request: nothing, response: z.strictObject({ text: z.string() }) },

  /** Shows the save dialog; null when it is cancelled. The file name decides the format by its ending. */
  'exports.choose': {
    request: z.strictObject({
      /** Title of the dialog; "Export dataset" when left out. */
      title: z.string().max(100).optional(),
      suggestedName: z.string().max(255),
      filters: z.array(z.strictObject({ name: z.string(), extensions: z.array(z.string()) })),
    }),
    response: z.strictObject({ token: z.string().uuid(), fileName: z.string() }).nullable(),
  },
  'exports.begin': { request: z.strictObject({ token: z.string().uuid() }), response: resultSchema(handle) },

  /** Opens a snapshot of the project as it stood after entry `seq`. */
  'snapshots.begin': {
    request: z.strictObject({ projectId: identifierSchema, seq }),
    response: resultSchema(handle),
  },
  'snapshots.read': {
    request: z.strictObject({ projectId: identifierSchema, seq, offset: z.int().nonnegative() }),
    /** `bytes` is empty at the end. */
    response: resultSchema(z.strictObject({ bytes })),
  },

  /** Adds bytes to the file of a handle that `exports.begin` or `snapshots.begin` gave. */
  'outgoing.append': { request: handle.extend({ bytes }), response: resultSchema(nothing) },
  /** Flushes, reads back, compares with the digest, and puts the file in its place. Until then the old file stands. */
  'outgoing.commit': {
    request: handle.extend({ sha256, byteLength: z.int().nonnegative() }),
    response: resultSchema(z.strictObject({ fileName: z.string() })),
  },
  'outgoing.abort': { request: handle, response: nothing },

  /** Appends log entries and flushes them to the disk before it answers. `json` is the entry, one line. */
  'journal.append': {
    request: z.strictObject({
      projectId: identifierSchema,
      entries: z.array(z.strictObject({ seq, json: z.string() })).min(1),
    }),
    response: resultSchema(z.strictObject({ lastSeq: z.int().nonnegative() })),
  },
  /** Entries after `afterSeq`, a batch at a time (about 4 MiB). */
  'journal.read': {
    request: z.strictObject({ projectId: identifierSchema, afterSeq: z.int().nonnegative() }),
    response: resultSchema(
      z.strictObject({ entries: z.array(z.strictObject({ seq, json: z.string() })), more: z.boolean() }),
    ),
  },

  /** Every project of this profile, those in the trash too. */
  'projects.list': {
    request: nothing,
    response: resultSchema(z.strictObject({ projects: z.array(listedProjectSchema) })),
  },
  /** What lists show of the open project. Counts as having worked in it just now. */
  'projects.describe': {
    request: z.strictObject({ projectId: identifierSchema, facts: projectFactsSchema }),
    response: resultSchema(nothing),
  },
  /** Begins a new project: its snapshot is written to the handle and committed, then `projects.create` makes a project of it. */
  'projects.begin': {
    request: nothing,
    response: resultSchema(handle.extend({ projectId: identifierSchema })),
  },
  /** Puts a project that was begun among the others, whole, in one step. It is not opened. */
  'projects.create': {
    request: z.strictObject({ projectId: identifierSchema, facts: projectFactsSchema }),
    response: resultSchema(nothing),
  },
  /** Another project is the open one from now on; the window is loaded anew. To be asked when everything is saved. */
  'projects.open': {
    request: z.strictObject({ projectId: identifierSchema }),
    response: resultSchema(nothing),
  },
  /** Marks a project as being in the trash, or not: nothing of it is moved or removed. The open one cannot be put there. */
  'projects.setTrashed': {
    request: z.strictObject({ projectId: identifierSchema, trashed: z.boolean() }),
    response: resultSchema(nothing),
  },

  /** Makes the text of an error report, which goes nowhere by itself. */
  'report.make': {
    request: z.strictObject({
      /** Null when no project is open. */
      counts: reportCountsSchema.nullable(),
      saving: savingKindSchema,
      /** Names that are to stand nowhere in it. */
      words: z.array(z.string().max(10_000)).max(200_000),
    }),
    response: z.strictObject({ text: z.string() }),
  },
  /** The licences of what the app is built with; null where they are not beside it, as they are in an installed app. */
  'notices.read': { request: nothing, response: z.strictObject({ text: z.string().nullable() }) },

  'settings.save': { request: settingsSchema, response: resultSchema(nothing) },
  /** Labels and states of menu items that depend on the project. */
  'menu.update': { request: menuStateSchema, response: nothing },
  /** Free bytes on the volume of the profile. */
  'space.free': { request: nothing, response: z.strictObject({ bytes: z.number().nonnegative() }) },
} as const satisfies Record<string, { request: z.ZodType; response: z.ZodType }>;

export type ChannelName = keyof typeof channels;
export type Request<Name extends ChannelName> = z.infer<(typeof channels)[Name]['request']>;
export type Response<Name extends ChannelName> = z.infer<(typeof channels)[Name]['response']>;
