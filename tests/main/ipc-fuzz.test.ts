import { join, normalize } from 'node:path';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { type ChannelName, channels } from '../../src/bridge/channels.ts';
import { reportCountsSchema } from '../../src/bridge/report.ts';
import { defaultSettings } from '../../src/bridge/settings.ts';
import type { FileLayer } from '../../src/main/disk/file-layer.ts';
import { OpenedFiles } from '../../src/main/files/opened-files.ts';
import { WaitingArrivals } from '../../src/main/files/waiting-arrivals.ts';
import { exportChannels } from '../../src/main/handlers/export-channels.ts';
import { fileChannels } from '../../src/main/handlers/file-channels.ts';
import { helpChannels } from '../../src/main/handlers/help-channels.ts';
import { journalChannels } from '../../src/main/handlers/journal-channels.ts';
import { learntChannels } from '../../src/main/handlers/learnt-channels.ts';
import { originalChannels } from '../../src/main/handlers/original-channels.ts';
import { projectChannels } from '../../src/main/handlers/project-channels.ts';
import { sessionChannels } from '../../src/main/handlers/session-channels.ts';
import { type AllServed, assertEachServedOnce } from '../../src/main/ipc-gate.ts';
import { ProjectJournals } from '../../src/main/journal/project-journals.ts';
import { LearntFiles } from '../../src/main/learnt/learnt-files.ts';
import { ApplicationMenu } from '../../src/main/menu/application-menu.ts';
import { initialMenuState } from '../../src/main/menu/menu-template.ts';
import { OriginalFiles } from '../../src/main/originals/original-files.ts';
import { ExportTargets } from '../../src/main/outgoing/export-targets.ts';
import { OutgoingFiles } from '../../src/main/outgoing/outgoing-files.ts';
import { UnfinishedExports } from '../../src/main/outgoing/unfinished-exports.ts';
import { Profile } from '../../src/main/profile/profile.ts';
import { SettingsFile } from '../../src/main/profile/settings-file.ts';
import { ProjectDrafts } from '../../src/main/projects/project-drafts.ts';
import { Projects } from '../../src/main/projects/projects.ts';
import { MainWindow } from '../../src/main/window/main-window.ts';
import { OpeningNote } from '../../src/main/window/opening-note.ts';
import { MemoryFileLayer } from './disk/memory-file-layer.ts';
import { logOf } from './log-of.ts';

/** `IPC_FUZZ_MESSAGES=100000 npx vitest run tests/main/ipc-fuzz.test.ts` is the long run. */
const messageCount = Number(process.env.IPC_FUZZ_MESSAGES ?? 5_000);

const profileFolder = '/home/ann/.config/Ascribe';
/** What the person chose in dialogs: the only places outside the profile that main may touch. */
const chosenArticle = '/home/ann/news/article.txt';
const chosenExport = '/home/ann/out/export.json';
const secret = '/home/ann/.ssh/id_ed25519';

vi.mock('electron', () => {
  const stub = class {};
  return {
    app: { getPath: () => profileFolder, getVersion: () => '0', isPackaged: true, quit: () => undefined },
    BrowserWindow: stub,
    clipboard: { readText: () => '' },
    dialog: {
      showOpenDialog: async () => ({ canceled: false, filePaths: [chosenArticle] }),
      showSaveDialog: async () => ({ canceled: false, filePath: chosenExport }),
      showMessageBox: async () => ({ response: 0 }),
    },
    Menu: { buildFromTemplate: () => ({}), setApplicationMenu: () => undefined },
    nativeTheme: {},
    protocol: {},
    screen: {},
    session: {},
  };
});

/** Notes every path that main hands to the file system. */
function watched(inner: MemoryFileLayer, touched: Set<string>): FileLayer {
  return new Proxy<FileLayer>(inner, {
    get(layer, name) {
      const value: unknown = Reflect.get(layer, name);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => {
        // The second word of `open` says what for; every other word is a path, whatever it looks like.
        const words = name === 'open' ? args.slice(0, 1) : args;
        for (const word of words) if (typeof word === 'string') touched.add(normalize(word));
        return Reflect.apply(value, layer, args);
      };
    },
  });
}

/** Main's handlers, all of them, as `application.ts` puts them together, over a file system in memory. */
async function startMain() {
  const memory = new MemoryFileLayer();
  memory.put(secret, 'PRIVATE KEY');
  memory.put(chosenArticle, 'Minister resigns.');
  memory.put('/home/ann/out/other.json', '{}');
  const touched = new Set<string>();
  const layer = watched(memory, touched);
  const log = logOf();
  const now = () => new Date(0);
  const place = { layer, folder: profileFolder, storeFolder: join(profileFolder, 'IndexedDB'), now, log };
  const profile = await Profile.open(place);
  const settings = await SettingsFile.open(layer, profileFolder, log);
  const outgoing = new OutgoingFiles();
  const journals = new ProjectJournals(
    (projectId) => profile.folderOf(projectId),
    { layer, readOnly: false, now, log },
    () => profile.projectId,
  );
  const projects = new Projects({
    layer,
    profile,
    drafts: new ProjectDrafts(layer, profileFolder),
    now,
    log,
  });
  const window: MainWindow = Object.create(MainWindow.prototype, {
    browserWindow: { value: {} },
    readyToClose: { value: () => undefined },
    applySettings: { value: () => undefined },
    reload: { value: () => undefined },
  });
  const menu: ApplicationMenu = Object.create(ApplicationMenu.prototype, {
    update: { value: () => undefined },
  });
  const opening = await OpeningNote.open({ layer, folder: profileFolder, readOnly: false, log });
  const opened = new OpenedFiles(layer);
  const arrivals = new WaitingArrivals(() => undefined);
  const targets = new ExportTargets(layer, outgoing, new UnfinishedExports(layer, profileFolder));
  const originals = new OriginalFiles(layer, profileFolder, null);
  const storeCopied = Promise.resolve();
  const parts = [
    sessionChannels({
      layer,
      profile,
      settings,
      journals,
      arrivals,
      menu,
      window,
      opening,
      log,
      storeCopied,
      hasNotices: false,
    }),
    fileChannels({ layer, opened, window }),
    exportChannels({ targets, outgoing, window }),
    journalChannels({ journals, projects, outgoing }),
    projectChannels({ projects, outgoing, window }),
    originalChannels({ originals }),
    learntChannels({ learnt: new LearntFiles(layer, profile) }),
    helpChannels({
      settings,
      opened,
      appFolder: '/opt/ascribe',
      noticesFile: '/opt/none',
      recentLog: () => '',
    }),
  ] as const;
  assertEachServedOnce(parts);
  const served: AllServed = {
    ...parts[0],
    ...parts[1],
    ...parts[2],
    ...parts[3],
    ...parts[4],
    ...parts[5],
    ...parts[6],
    ...parts[7],
  };
  await journals.current.open();
  return { served, memory, touched, profile, log };
}

/** Stands for something that main gave out; what it is then, is put in when the message is sent. */
class Given {
  readonly kind: 'project' | 'token' | 'handle';
  readonly index: number;

  constructor(kind: Given['kind'], index: number) {
    this.kind = kind;
    this.index = index;
  }
}

const given = (kind: Given['kind']) => fc.nat(50).map((index) => new Given(kind, index));

const paths = fc.constantFrom(
  secret,
  '/etc/passwd',
  '../../.ssh/id_ed25519',
  '..',
  '/home/ann/out/other.json',
  'C:\\Windows\\system.ini',
  '\u0000',
  '',
);
const hostile = fc.oneof(
  paths,
  fc.constantFrom('__proto__', 'constructor', 'toString', 'x'.repeat(100_000)),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -1, 2 ** 53, 0.5),
  fc.constantFrom(JSON.parse('{"__proto__":{"polluted":1}}'), [], {}, null, undefined),
  fc.anything({ withTypedArray: true, withDate: true, withMap: true, withSparseArray: true, maxDepth: 2 }),
);
const mostly = (usual: fc.Arbitrary<unknown>) => fc.oneof({ arbitrary: usual, weight: 6 }, hostile);

const projectId = mostly(fc.oneof(given('project'), fc.constant('another')));
const token = mostly(fc.oneof(given('token'), fc.uuid()));
const handle = mostly(fc.oneof(given('handle'), fc.uuid()));
const number = mostly(fc.nat(5));
const bytes = mostly(fc.uint8Array({ maxLength: 40 }));
const sha256 = mostly(fc.constantFrom('0'.repeat(64), 'f'.repeat(64)));
const words = mostly(fc.oneof(fc.string({ maxLength: 20 }), paths));
const facts = mostly(fc.record({ name: words, articles: number, annotations: number }));

/** The members of each channel's request, each with what is likely there and what is not. */
const members: Readonly<Record<ChannelName, Readonly<Record<string, fc.Arbitrary<unknown>>>>> = {
  'session.start': {},
  'session.readyToClose': { unsaved: number },
  'session.adoptStore': { projectId, generation: number },
  'session.setStoreAside': {},
  'articles.opening': { projectId, articleId: words },
  'articles.seen': { articleId: words },
  'session.log': { level: mostly(fc.constant('info')), message: words },
  'files.choose': { purpose: mostly(fc.constantFrom('articles', 'folder', 'dataset', 'archive')) },
  // The preload alone sends paths, of files that were dropped: the window's scripts cannot. Those sent here were chosen.
  'files.admitDropped': { paths: mostly(fc.constant([chosenArticle])) },
  'files.read': { token },
  'learnt.keep': { bytes },
  'learnt.read': {},
  'learnt.forget': {},
  'originals.keep': { bytes },
  'originals.read': { sha256 },
  'clipboard.readText': {},
  'exports.choose': { suggestedName: words, filters: mostly(fc.constant([])) },
  'exports.begin': { token },
  'snapshots.begin': { projectId, seq: number },
  'snapshots.read': { projectId, seq: number, offset: number },
  'outgoing.append': { handle, bytes },
  'outgoing.commit': { handle, sha256, byteLength: number },
  'outgoing.abort': { handle },
  'journal.append': {
    projectId,
    entries: mostly(fc.array(fc.record({ seq: number, json: words }), { maxLength: 3 })),
  },
  'journal.read': { projectId, afterSeq: number },
  'projects.list': {},
  'projects.describe': { projectId, facts },
  'projects.begin': {},
  'projects.create': { projectId, facts },
  'projects.open': { projectId },
  'projects.setTrashed': { projectId, trashed: mostly(fc.boolean()) },
  'report.make': {
    counts: mostly(
      fc.record(Object.fromEntries(reportCountsSchema.keyof().options.map((key) => [key, number]))),
    ),
    saving: mostly(fc.constant('saved')),
    words: mostly(fc.array(words, { maxLength: 3 })),
  },
  'notices.read': {},
  'settings.save': Object.fromEntries(
    Object.entries(defaultSettings).map(([key, value]) => [key, mostly(fc.constant(value))]),
  ),
  'menu.update': Object.fromEntries(
    Object.entries(initialMenuState).map(([key, value]) => [key, mostly(fc.constant(value))]),
  ),
  'space.free': {},
};

const names = Object.keys(members).filter((name): name is ChannelName => Object.hasOwn(channels, name));
const message = fc.constantFrom(...names).chain((name) =>
  fc.record({
    name: fc.constant(name),
    payload: fc.oneof(
      { arbitrary: fc.record(members[name]), weight: 8 },
      { arbitrary: fc.record({ ...members[name], more: hostile }), weight: 1 },
      { arbitrary: hostile, weight: 1 },
    ),
  }),
);

test('whatever is sent on whichever channel is answered, and reaches no file that nobody chose', async () => {
  const perRun = 100;
  await fc.assert(
    fc.asyncProperty(fc.array(message, { minLength: perRun, maxLength: perRun }), async (messages) => {
      const { served, memory, touched, profile, log } = await startMain();
      const known = { project: [profile.projectId], token: [''], handle: [''] };
      const fill = (value: unknown): unknown => {
        if (value instanceof Given) return known[value.kind][value.index % known[value.kind].length];
        if (Array.isArray(value)) return value.map(fill);
        if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype)
          return value;
        return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, fill(each)]));
      };
      for (const { name, payload } of messages) {
        const answer = await served[name].answer(fill(payload), log);
        expect(typeof answer.answered).toBe('boolean');
        const said = JSON.stringify(answer);
        // No stack, and no path but what the sender wrote itself.
        expect(said).not.toMatch(
          /\.ts:\d|node:internal|PRIVATE KEY|\/home\/ann\/(\.config|news|out\/(export|\.ascribe))/,
        );
        for (const [, kind, id] of said.matchAll(/"(projectId|token|handle)":"([^"]+)"/g))
          known[kind === 'projectId' ? 'project' : kind === 'token' ? 'token' : 'handle'].push(id ?? '');
      }
      const own = [profileFolder, chosenArticle];
      // An export is written beside its place and renamed.
      const isOwn = (path: string) =>
        own.some((each) => path === each || path.startsWith(`${each}/`)) ||
        path === '/home/ann/out' ||
        path === chosenExport ||
        /^\/home\/ann\/out\/\.ascribe-[0-9a-f-]{36}\.tmp$/.test(path);
      expect([...touched].filter((path) => !isOwn(path))).toEqual([]);
      expect(memory.text(secret)).toBe('PRIVATE KEY');
      expect(memory.text('/home/ann/out/other.json')).toBe('{}');
      expect(Reflect.get({}, 'polluted')).toBeUndefined();
    }),
    { numRuns: Math.ceil(messageCount / perRun) },
  );
}, 1_800_000);
