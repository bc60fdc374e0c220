import { type Fragment, normaliseFragments } from '../../../core/model/fragment.ts';
import type { ArticleSuggestion } from '../../../core/suggest/article-suggestions.ts';
import type { Application } from '../../app/application.ts';
import type { ArticleView } from '../../editor/article-view.ts';

/** Keeps the view showing what is suggested, and which of it is looked at, until the returned function is called. */
export function showSuggestions(app: Application, view: ArticleView): () => void {
  const { store } = app.suggestions;
  const show = () => {
    const { open, articleId } = store.getState();
    const { review } = app.interface.getState();
    // Of another article than the one that is drawn nothing can be shown.
    const isHere = articleId === app.workbench.project.getState().open?.record.id;
    view.setSuggested(
      isHere ? stretchesOf(open) : [],
      isHere && review !== null ? stretchesOf([review]) : [],
    );
  };
  const leave = () => {
    const { review } = app.interface.getState();
    if (review !== null && !store.getState().open.includes(review)) app.interface.setState({ review: null });
  };
  show();
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
  return () => {
    for (const stop of stops) stop();
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
