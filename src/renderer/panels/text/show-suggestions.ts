import { type Fragment, normaliseFragments } from '../../../core/model/fragment.ts';
import type { Identifier } from '../../../core/model/identifier.ts';
import type { ArticleSuggestion } from '../../../core/suggest/article-suggestions.ts';
import type { Application } from '../../app/application.ts';
import type { ArticleView } from '../../editor/article-view.ts';

export interface ShownSuggestions {
  /** The view draws this article now; null while it waits for the next, whose suggestions may be there before its text. */
  drawn(articleId: Identifier | null): void;
  stop(): void;
}

/** Keeps the view showing what is suggested, and which of it is looked at, until it is stopped. */
export function showSuggestions(
  app: Pick<Application, 'interface' | 'suggestions'>,
  view: Pick<ArticleView, 'setSuggested'>,
): ShownSuggestions {
  const { store } = app.suggestions;
  let drawn: Identifier | null = null;
  const show = () => {
    const { open, articleId } = store.getState();
    const { review } = app.interface.getState();
    // Of another article than the one that is drawn nothing can be shown.
    const isHere = drawn !== null && articleId === drawn;
    view.setSuggested(
      isHere ? stretchesOf(open) : [],
      isHere && review !== null ? stretchesOf([review]) : [],
    );
  };
  const leave = () => {
    const { review } = app.interface.getState();
    if (review !== null && !store.getState().open.includes(review)) app.interface.setState({ review: null });
  };
  const stops = [
    store.subscribe((state, before) => {
      if (state.open === before.open) return;
      leave();
      show();
    }),
    app.interface.subscribe((state, before) => {
      if (state.review !== before.review) show();
    }),
  ];
  return {
    drawn(articleId) {
      drawn = articleId;
      show();
    },
    stop() {
      for (const stop of stops) stop();
    },
  };
}

/** All words that suggestions are about, merged where they overlap. */
function stretchesOf(suggestions: readonly ArticleSuggestion[]): readonly Fragment[] {
  const all = suggestions.flatMap(({ fragments, ...suggestion }) =>
    suggestion.kind === 'attribution' && suggestion.of.speaker !== undefined
      ? [...fragments, suggestion.of.speaker]
      : fragments,
  );
  return all.length === 0 ? [] : normaliseFragments(all);
}
