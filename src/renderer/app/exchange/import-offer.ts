import type { SourceFile } from '../../../core/formats/format.ts';
import type { ForeignKind, TagMapping } from '../../../core/formats/map-tags.ts';
import type { Identifier } from '../../../core/model/identifier.ts';
import type { Result } from '../../../core/model/result.ts';
import type { Operation } from '../../../core/operations/operation.ts';

/** What a dataset's files hold and what would come of taking them in. */
export interface ImportOffer {
  readonly fileName: string;
  readonly format: { readonly id: string; readonly name: string };
  /** What the files hold, as `3 articles`. */
  readonly holds: readonly string[];
  /** What will not come in or comes in changed, and why; a line each. */
  readonly faults: readonly string[];
  /** Some of its annotations, as `Speaker “Ann” in “Rain”`. */
  readonly preview: readonly string[];
  /** Tags, relation types and attributes that the project does not have. */
  readonly foreign: Readonly<Record<keyof TagMapping, readonly ForeignKind[]>>;
  /** What they can become. */
  readonly own: Readonly<Record<keyof TagMapping, readonly Kind[]>>;
  /** What is proposed for them: what was chosen the last time, else the project's own of the same name. */
  readonly mapping: TagMapping;
  /** Works out what taking the dataset in does, with its tags mapped so. */
  plan(mapping: TagMapping): Promise<ImportPlan>;
}

interface Kind {
  readonly id: Identifier;
  readonly name: string;
}

/** What taking a dataset in does to the project. */
export interface ImportPlan {
  /** A sentence each. */
  readonly effects: readonly string[];
  /** Null when the project has all of it already. */
  readonly operation: Operation | null;
}

/** How datasets come in, away from the window's thread. */
export interface ImportPort {
  /** Reads a dataset. The reason of a failure names the file and says what to do. */
  prepare(
    files: readonly SourceFile[],
    watching: {
      /** Hears how many of how many articles were read. */
      readonly progress: (done: number, total: number) => void;
      /** Ends the work; the promise is then rejected. */
      readonly signal: AbortSignal;
      /** What was chosen for foreign tags before: see `Settings.importMappings`. */
      readonly chosen: Readonly<Record<string, string>>;
    },
  ): Promise<Result<ImportOffer, { readonly message: string }>>;
}
