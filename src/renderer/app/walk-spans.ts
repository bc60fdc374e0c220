import type { Span } from '../../core/model/span.ts';
import { startOf } from '../../core/model/span.ts';
import type { ArticleState } from '../../core/operations/project-state.ts';
import type { Application } from './application.ts';

/** Makes a span current, puts the caret at its start and brings it into view. */
export function showSpan(app: Application, span: Span): void {
  const start = startOf(span);
  app.workbench.select({ anchor: start, focus: start });
  app.workbench.setCurrentSpan(span.id);
  app.textView.current?.revealSelection();
}

/**
 * The span after (or before) the current one in text order; without a current one, the first that starts at the caret or behind it (or the last that
 * starts before it). Undefined at the end.
 */
export function neighbourSpan(
  article: ArticleState,
  current: Span | undefined,
  caret: number,
  direction: 1 | -1,
): Span | undefined {
  const { ordered } = article.spans;
  if (current !== undefined) return ordered[article.spans.positionOf(current.id) + direction];
  if (direction === 1) return ordered.find((span) => startOf(span) >= caret);
  return ordered.findLast((span) => startOf(span) < caret);
}

/** The spans under the caret, innermost first: those over the character behind it, then those that end at it. */
export function spansAtCaret(article: ArticleState, caret: number): Span[] {
  const behind = article.spans.covering(caret);
  const ending =
    caret === 0 ? [] : article.spans.covering(caret - 1).filter((span) => !behind.includes(span));
  return [...behind, ...ending];
}

/** The one to make current next, in a cycle through the spans under the caret. */
export function nextAtCaret(
  article: ArticleState,
  caret: number,
  current: Span | undefined,
): Span | undefined {
  const spans = spansAtCaret(article, caret);
  const position = spans.findIndex(({ id }) => id === current?.id);
  return spans[(position + 1) % Math.max(spans.length, 1)];
}
