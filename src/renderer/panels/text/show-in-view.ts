import type { Application } from '../../app/application.ts';
import type { Proposal } from '../../app/proposals/proposal.ts';
import { proposalOf } from '../../app/proposals/settle-proposal.ts';
import type { ArticleView } from '../../editor/article-view.ts';
import type { TextSelection } from '../../store/workbench-state.ts';

/**
 * Keeps the view showing what the stores hold, until the returned function is called.
 * @param isFromView whether this selection is the one that the view itself just reported
 * @param onDrawn told which article the view draws from now on; null when another is to come
 */
export function showInView(
  app: Application,
  view: ArticleView,
  isFromView: (selection: TextSelection) => boolean,
  onDrawn: (articleId: string | null) => void,
): () => void {
  const { project, focus } = app.workbench;
  let shown: string | null = null;
  let showing = 0;

  const showArticle = async () => {
    const { open } = project.getState();
    onDrawn(null);
    if (open === null) return;
    const { id } = open.record;
    const turn = ++showing;
    const place = await app.workbench.place(id);
    const { open: now, project: inForce } = project.getState();
    if (turn !== showing || now?.record.id !== id) return;
    const { text, blocks } = now.body;
    const article = { id, text, blocks, direction: now.record.direction };
    const { selection, currentSpan } = focus.getState();
    const isAtStart = selection.anchor === 0 && selection.focus === 0;
    view.showArticle(article, now.spans, inForce.tagSet, {
      ...(place === undefined ? {} : { scrollOffset: place.top }),
      ...(isAtStart ? {} : { selection }),
    });
    view.setCurrentSpan(currentSpan);
    shown = id;
    onDrawn(id);
    // At the start nothing has the focus yet: the text is where the work begins.
    if (document.activeElement === document.body) view.focus();
  };
  const keepPlace = (id: string, { anchor, focus: end }: TextSelection) => {
    void app.workbench.keepPlace({ articleId: id, anchor, focus: end, top: view.topOffset() });
  };
  const leave = () => {
    if (shown !== null) keepPlace(shown, focus.getState().selection);
  };

  let proposed: Proposal | null = null;
  const showProposed = () => {
    const proposal = proposalOf(app);
    if (proposal === proposed) return;
    proposed = proposal;
    const linked = proposal?.linked ?? null;
    const span = linked === null ? undefined : project.getState().open?.spans.get(linked);
    const words = proposal?.words ?? null;
    view.setProposed(span?.fragments ?? (words === null ? [] : [words]));
  };

  void showArticle();
  const stops = [
    project.subscribe(showProposed),
    focus.subscribe(showProposed),
    app.interface.subscribe(showProposed),
    project.subscribe((state, before) => {
      const isOther = state.open?.record.id !== before.open?.record.id;
      if (isOther || state.open?.body !== before.open?.body) {
        if (isOther) {
          shown = null;
          // Matches are places in the text that was.
          app.interface.setState({ find: null, selectionBar: 'auto' });
        }
        void showArticle();
        return;
      }
      if (shown !== state.open?.record.id || state.open === null) return;
      if (state.open.spans !== before.open?.spans) view.updateSpans(state.open.spans);
      if (state.project.tagSet !== before.project.tagSet) view.setTagSet(state.project.tagSet);
    }),
    focus.subscribe((state, before) => {
      if (shown === null) return;
      if (state.selection !== before.selection && !isFromView(state.selection))
        view.setSelection(state.selection);
      if (state.currentSpan !== before.currentSpan) view.setCurrentSpan(state.currentSpan);
    }),
    app.interface.subscribe((state, before) => {
      if (state.find !== before.find) view.setFound(state.find?.matches ?? [], state.find?.current ?? -1);
    }),
  ];
  window.addEventListener('pagehide', leave);
  return () => {
    leave();
    window.removeEventListener('pagehide', leave);
    for (const stop of stops) stop();
  };
}
