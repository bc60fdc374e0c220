import type { Span } from '../../src/core/model/span.ts';
import type { TaggedArticle } from '../article/tagged-article.ts';

/** One way of showing a tagged article, measured beside the others. Offsets are UTF-16 units. */
export interface Contender {
  /** Makes the value that it draws from; not counted as drawing. */
  prepare(article: TaggedArticle): PreparedArticle;
}

export interface PreparedArticle {
  /** Draws the article in an empty host, from its beginning. */
  draw(host: HTMLElement): DrawnArticle;
}

export interface DrawnArticle {
  readonly scroller: HTMLElement;
  /** Adds a span to what is drawn, its own model included. */
  addSpan(span: Span): void;
  /** Scrolls so that `offset` is in sight. */
  reveal(offset: number): void;
  /** Whether that span can be seen in the DOM: what is timed must have happened. */
  shows(spanId: string): boolean;
  remove(): void;
}
