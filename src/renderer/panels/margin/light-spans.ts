import { spansTogether } from '../../../core/model/attribution.ts';
import { relationsAt } from '../../../core/model/relations-at.ts';
import type { Application } from '../../app/application.ts';
import type { ArticleView } from '../../editor/article-view.ts';

const none: ReadonlySet<string> = new Set();

/**
 * Lights the spans that belong together with the one that is pointed at, else with the current one, and has lines drawn from the current one to what
 * it is linked to. Until the returned function is called.
 */
export function lightSpans(app: Application, view: ArticleView): () => void {
  const { project, focus } = app.workbench;
  let linked: readonly string[] = [];

  const light = () => {
    const { open, project: inForce } = project.getState();
    const { currentSpan } = focus.getState();
    const { pointedSpan, lit } = app.interface.getState();
    const span = open?.spans.get(pointedSpan ?? currentSpan ?? '');
    const next = open === null || span === undefined ? none : spansTogether(open, span, inForce.tagSet);
    if (!isSame(lit, next)) app.interface.setState({ lit: next });
    // The current span stands out anyway.
    view.setLit(currentSpan === null || !next.has(currentSpan) ? next : without(next, currentSpan));
    const ends =
      open === null || currentSpan === null
        ? []
        : relationsAt(open.relations, currentSpan).map(({ from, to }) => (from === currentSpan ? to : from));
    if (ends.length === linked.length && ends.every((id, i) => id === linked[i])) return;
    linked = ends;
    view.setLinked(ends);
  };

  light();
  const stops = [
    project.subscribe((state, before) => {
      if (state.open !== before.open || state.project.tagSet !== before.project.tagSet) light();
    }),
    focus.subscribe((state, before) => {
      if (state.currentSpan !== before.currentSpan) light();
    }),
    app.interface.subscribe((state, before) => {
      if (state.pointedSpan !== before.pointedSpan) light();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
    app.interface.setState({ lit: none });
  };
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((id) => b.has(id));
}

function without(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const rest = new Set(ids);
  rest.delete(id);
  return rest;
}
