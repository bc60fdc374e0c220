import type { Identifier } from '../../core/model/identifier.ts';
import { articleIdOf } from '../../core/operations/apply.ts';
import type { History } from '../../core/operations/history.ts';
import { invert } from '../../core/operations/invert.ts';
import type { LogEntry } from '../../core/operations/log-entry.ts';
import { type Change, changesOf, type Operation } from '../../core/operations/operation.ts';
import { parseEntry } from '../../core/operations/parse-entry.ts';

/** What undo and redo need of the workbench. */
export interface UndoContext {
  readonly history: () => History;
  /** The JSON of an entry, from memory or from the store. */
  readonly entryJson: (seq: number) => Promise<string | undefined>;
  /** The article that is open. */
  readonly openId: () => Identifier | null;
  readonly hasArticle: (id: Identifier) => boolean;
  readonly openArticle: (id: Identifier) => Promise<void>;
  /** Resolves when all that the operation changes in the open article is in memory. */
  readonly whenReached: (operation: Operation) => Promise<void>;
  readonly make: (
    operation: Operation,
    label: string,
    kind: { readonly undoes: number } | { readonly redoes: number },
  ) => boolean;
  readonly setCurrentSpan: (id: Identifier | null) => void;
  readonly refuse: (message: string) => void;
}

/** Takes steps back and makes them again, one after the other, however fast they are asked for. */
export class UndoRedo {
  readonly #context: UndoContext;
  #last: Promise<void> = Promise.resolve();

  constructor(context: UndoContext) {
    this.#context = context;
  }

  undo(): Promise<void> {
    return this.#inTurn(async () => {
      const step = this.#context.history().undo.at(-1);
      if (step === undefined) return;
      const entry = await this.#entry(step.seq);
      if (entry !== undefined) await this.#make(invert(entry.operation), step.label, { undoes: step.seq });
    });
  }

  redo(): Promise<void> {
    return this.#inTurn(async () => {
      const step = this.#context.history().redo.at(-1);
      if (step === undefined) return;
      const entry = await this.#entry(step.seq);
      if (entry !== undefined) await this.#make(entry.operation, step.label, { redoes: step.seq });
    });
  }

  #inTurn(act: () => Promise<void>): Promise<void> {
    const turn = this.#last.then(act);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #entry(seq: number): Promise<LogEntry | undefined> {
    const json = await this.#context.entryJson(seq);
    const entry = json === undefined ? undefined : parseEntry(json);
    if (entry !== undefined) return entry;
    this.#context.refuse(
      'This step cannot be taken back: its entry is missing from the working store. The project itself is whole; later steps are not affected.',
    );
    return undefined;
  }

  async #make(
    operation: Operation,
    label: string,
    kind: { readonly undoes: number } | { readonly redoes: number },
  ): Promise<void> {
    const { openId, hasArticle, openArticle, whenReached, make, setCurrentSpan } = this.#context;
    const { touched, shown } = articlesOf(operation);
    const first = shown.find(hasArticle);
    if (first !== undefined && !touched.includes(openId() ?? '')) await openArticle(first);
    // What is still in the store alone cannot be taken away.
    if (touched.includes(openId() ?? '')) await whenReached(operation);
    if (!make(operation, label, kind)) return;
    const span = onlySpanOf(operation);
    if (span !== undefined) setCurrentSpan(span);
  }
}

/** Articles that the operation touches, and those of them in which more is to be seen of it afterwards than a word in the list. */
function articlesOf(operation: Operation): { readonly touched: Identifier[]; readonly shown: Identifier[] } {
  const touched = new Set<Identifier>();
  const shown = new Set<Identifier>();
  const removed = new Set<Identifier>();
  for (const change of changesOf(operation)) {
    const id = articleIdOf(change);
    if (id === undefined) continue;
    touched.add(id);
    if (change.type === 'article.remove') removed.add(id);
    else if (!isAboutList(change)) shown.add(id);
  }
  return { touched: [...touched], shown: [...shown].filter((id) => !removed.has(id)) };
}

/** State, labels, note, place: what is changed from the list, for many articles at once. What comes back from the trash is shown. */
function isAboutList(change: Change): boolean {
  return (
    change.type === 'article.update' && !(change.before.trashedAt !== null && change.after.trashedAt === null)
  );
}

/** The span that an operation makes or changes, when it is just one; null when it takes one away. */
function onlySpanOf(operation: Operation): Identifier | null | undefined {
  const spans = new Map<Identifier, boolean>();
  for (const change of changesOf(operation)) {
    if (change.type === 'span.add') spans.set(change.span.id, true);
    if (change.type === 'span.update') spans.set(change.after.id, true);
    if (change.type === 'span.remove') spans.set(change.span.id, false);
  }
  const [only] = spans;
  if (only === undefined || spans.size > 1) return undefined;
  return only[1] ? only[0] : null;
}
