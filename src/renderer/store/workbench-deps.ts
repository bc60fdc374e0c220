import type { BridgeApi } from '../../bridge/api.ts';
import type { Session } from '../../bridge/session.ts';
import type { Article } from '../../core/model/article.ts';
import type { Entity } from '../../core/model/entity.ts';
import type { Identifier } from '../../core/model/identifier.ts';
import type { Annotator } from '../../core/model/project.ts';
import type { Relation } from '../../core/model/relation.ts';
import type { Span } from '../../core/model/span.ts';
import type { StorageEngine } from '../db/database.ts';
import type { Clock } from './clock.ts';

/** A sentence for the person that no one is waiting for. */
export interface Notice {
  readonly level: 'info' | 'warning' | 'error';
  readonly message: string;
}

/** The article that a first start shows, with its annotations. */
export interface Sample {
  readonly article: Article;
  readonly spans: readonly Span[];
  readonly relations: readonly Relation[];
  /** Who made the annotations. */
  readonly annotators: readonly Annotator[];
  /** Who speaks in it. */
  readonly entities: readonly Entity[];
}

/** What the workbench needs from outside. */
export interface WorkbenchDeps {
  readonly bridge: BridgeApi;
  /** The answer of `session.start`. */
  readonly session: Session;
  readonly notify: (notice: Notice) => void;
  /** Makes the sample for a first start; left out, a new project is empty. */
  readonly sample?: () => Sample;
  /** Called before an article is drawn, which waits for it. */
  readonly opening?: (articleId: Identifier) => Promise<void>;
  /** The browser's own when left out. */
  readonly engine?: StorageEngine;
  readonly clock?: Clock;
  /** Called between pieces of work, so that the window can draw; a turn of the event loop when left out. */
  readonly pause?: () => Promise<void>;
  /** The present time as a timestamp; the system's when left out. */
  readonly now?: () => string;
  /** How many records are counted before the project is shown; some ten thousand, which takes a moment, when left out. */
  readonly countedAtStart?: number;
}
