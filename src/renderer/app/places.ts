import { flushSync } from 'react-dom';
import type { Application } from './application.ts';
import { narrowWindow } from './narrow-window.ts';

/** Ids of the elements that commands bring the focus to. */
export const placeIds = {
  articles: 'articles',
  /** Where menus are drawn: a landmark over the whole window, clipped by no panel. */
  menus: 'menus',
  articleSearch: 'article-search',
  side: 'side',
  annotations: 'annotations',
  card: 'selected-annotation',
  attributes: 'attributes',
  note: 'note',
  filter: 'annotation-filter',
  projectQuery: 'project-query',
} as const;

const focusable = 'button, select, textarea, input, [tabindex="0"]';

export function showPanel(app: Application, panel: 'articles' | 'side'): void {
  flushSync(() => {
    if (narrowWindow().matches) app.interface.setState({ drawer: panel });
    else app.settings.change(panel === 'articles' ? { articlesShown: true } : { sideShown: true });
  });
}

export function togglePanel(app: Application, panel: 'articles' | 'side'): void {
  if (narrowWindow().matches) {
    app.interface.setState({ drawer: app.interface.getState().drawer === panel ? null : panel });
  } else if (panel === 'articles') {
    app.settings.change({ articlesShown: !app.settings.current.articlesShown });
  } else {
    app.settings.change({ sideShown: !app.settings.current.sideShown });
  }
}

export function isPanelShown(app: Application, panel: 'articles' | 'side'): boolean {
  if (narrowWindow().matches) return app.interface.getState().drawer === panel;
  return panel === 'articles' ? app.settings.current.articlesShown : app.settings.current.sideShown;
}

/** Brings the focus to a place in a panel, opening the panel if need be: to its current item, else to the first thing that takes focus. @returns false when nothing does */
export function focusPlace(
  app: Application,
  place: 'articles' | 'articleSearch' | 'annotations' | 'card' | 'attributes' | 'note',
): boolean {
  showPanel(app, place === 'articles' || place === 'articleSearch' ? 'articles' : 'side');
  const element = document.getElementById(placeIds[place]);
  if (element === null) return false;
  const target =
    element.matches(focusable) && element.tabIndex >= 0
      ? element
      : (element.querySelector<HTMLElement>('[data-tab-stop]') ??
        element.querySelector<HTMLElement>(focusable));
  target?.focus();
  return target != null;
}

/** Brings the focus back to the text; a panel that lies over it goes away. */
export function focusText(app: Application): void {
  flushSync(() => app.interface.setState({ drawer: null }));
  app.textView.current?.focus();
}
