import { createHash } from 'node:crypto';
import type { BridgeApi } from '../../../src/bridge/api.ts';
import { type ChannelName, channels, type Request, type Response } from '../../../src/bridge/channels.ts';
import type { EventName, EventPayload } from '../../../src/bridge/events.ts';
import { type Session, sessionSchema } from '../../../src/bridge/session.ts';
import { defaultSettings } from '../../../src/bridge/settings.ts';

type Handlers = {
  [Name in ChannelName]?: (request: Request<Name>) => Response<Name> | Promise<Response<Name>>;
};

/** What a fake main keeps from one start to the next. */
export class FakeDisk {
  journal: { seq: number; json: string }[] = [];
  snapshots = new Map<number, Uint8Array>();
  readonly originals = new Map<string, Uint8Array<ArrayBuffer>>();
  /** What was learnt from the project, as it was kept. */
  learnt: Uint8Array<ArrayBuffer> | null = null;
  generation = 1;
  marker = false;
  freeBytes = 100 * 1024 ** 3;
  readonly log: string[] = [];

  get lastSeq(): number {
    return Math.max(this.journal.at(-1)?.seq ?? 0, ...this.snapshots.keys());
  }
}

/** Main as the window sees it, in memory: every request and answer goes through the schemas of the contract. */
export class FakeBridge implements BridgeApi {
  readonly disk: FakeDisk;
  readonly calls: ChannelName[] = [];
  /** Handlers that stand in for main's own, e.g. to fail. */
  readonly overrides: Handlers = {};
  readonly #open = new Map<string, { seq: number; chunks: Uint8Array[] }>();
  readonly #listeners: { name: EventName; listener: (payload: never) => void }[] = [];

  constructor(disk: FakeDisk = new FakeDisk()) {
    this.disk = disk;
  }

  session(change: Partial<Session> = {}): Session {
    const { disk } = this;
    const firstStart = !disk.marker;
    disk.marker = true;
    return sessionSchema.parse({
      firstStart,
      readOnly: null,
      projectId: 'project',
      generation: disk.generation,
      journal: {
        lastSeq: disk.lastSeq,
        snapshots: [...disk.snapshots.keys()].sort((a, b) => b - a),
        setAside: [],
        tornTail: false,
      },
      leftOpening: null,
      settings: defaultSettings,
      arrival: { files: [], refused: [] },
      platform: 'linux',
      versions: { app: '0', electron: '0', electronSupportEnded: null, chromium: '0' },
      hasNotices: false,
      ...change,
    });
  }

  async request<Name extends Exclude<ChannelName, 'files.admitDropped'>>(
    name: Name,
    payload: Request<Name>,
  ): Promise<Response<Name>> {
    this.calls.push(name);
    const handler: Handlers[Name] = this.overrides[name] ?? this.#handlers[name];
    if (handler === undefined) throw new Error(`the fake main has no ${name}`);
    const { request, response } = channels[name];
    const answer = await handler(parsed(request, payload));
    return parsed(response, answer);
  }

  on<Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void): () => void {
    const entry = { name, listener };
    this.#listeners.push(entry);
    return () => {
      this.#listeners.splice(this.#listeners.indexOf(entry), 1);
    };
  }

  admitDropped(): Promise<never> {
    return Promise.reject(new Error('nothing is dropped in these tests'));
  }

  /** How main itself answers; for overrides that answer only sometimes. */
  readonly append = (request: Request<'journal.append'>): Response<'journal.append'> => {
    const { disk } = this;
    for (const entry of request.entries) {
      if (entry.seq !== disk.lastSeq + 1) {
        return { ok: false, reason: { code: 'out-of-sequence', message: 'The journal is out of step.' } };
      }
      disk.journal.push(entry);
    }
    return { ok: true, value: { lastSeq: disk.lastSeq } };
  };

  readonly #handlers: Handlers = {
    'session.adoptStore': ({ generation }) => {
      this.disk.generation = generation;
      return { ok: true, value: {} };
    },
    'session.setStoreAside': () => ({ ok: true, value: {} }),
    'session.readyToClose': () => ({}),
    'session.log': ({ message }) => {
      this.disk.log.push(message);
      return {};
    },
    'journal.append': (request) => this.append(request),
    'journal.read': ({ afterSeq }) => {
      const rest = this.disk.journal.filter(({ seq }) => seq > afterSeq);
      const entries = rest.slice(0, 100);
      return { ok: true, value: { entries, more: rest.length > entries.length } };
    },
    'originals.keep': ({ bytes }) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      this.disk.originals.set(sha256, bytes.slice());
      return { ok: true, value: { sha256 } };
    },
    'originals.read': ({ sha256 }) => ({
      ok: true,
      value: { bytes: this.disk.originals.get(sha256)?.slice() ?? null },
    }),
    'learnt.read': () => ({ ok: true, value: { bytes: this.disk.learnt?.slice() ?? null } }),
    'learnt.keep': ({ bytes }) => {
      this.disk.learnt = bytes.slice();
      return { ok: true, value: {} };
    },
    'learnt.forget': () => {
      this.disk.learnt = null;
      return { ok: true, value: {} };
    },
    'space.free': () => ({ bytes: this.disk.freeBytes }),
    'snapshots.begin': ({ seq }) => {
      const handle = crypto.randomUUID();
      this.#open.set(handle, { seq, chunks: [] });
      return { ok: true, value: { handle } };
    },
    'snapshots.read': ({ seq, offset }) => {
      const bytes = this.disk.snapshots.get(seq);
      if (bytes === undefined) {
        return { ok: false, reason: { code: 'vanished', message: 'The snapshot is gone.' } };
      }
      return { ok: true, value: { bytes: bytes.slice(offset, offset + 10_000) } };
    },
    'outgoing.append': ({ handle, bytes }) => {
      this.#open.get(handle)?.chunks.push(bytes.slice());
      return { ok: true, value: {} };
    },
    'outgoing.commit': ({ handle, sha256, byteLength }) => {
      const file = this.#open.get(handle);
      const bytes = Buffer.concat(file?.chunks ?? []);
      const digest = createHash('sha256').update(bytes).digest('hex');
      if (file === undefined || bytes.length !== byteLength || digest !== sha256) {
        return { ok: false, reason: { code: 'differs-after-writing', message: 'The file differs.' } };
      }
      this.disk.snapshots.set(file.seq, new Uint8Array(bytes));
      this.disk.journal = this.disk.journal.filter(({ seq }) => seq > file.seq);
      return { ok: true, value: { fileName: `${file.seq}.json` } };
    },
    'outgoing.abort': ({ handle }) => {
      this.#open.delete(handle);
      return {};
    },
  };

  /** Sends an event of main to the window. */
  emit<Name extends EventName>(name: Name, payload: EventPayload<Name>): void {
    for (const entry of this.#listeners) {
      if (entry.name === name) (entry.listener as (value: EventPayload<Name>) => void)(payload);
    }
  }
}

function parsed<Value>(schema: { parse(value: unknown): unknown }, value: Value): Value {
  schema.parse(value);
  return value;
}
