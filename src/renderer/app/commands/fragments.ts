import { mergeable, removeFragment, splitSpan } from '../../../core/operations/gestures/change-fragments.ts';
import type { CommandImplementation } from '../command.ts';
import { currentSpanOf, performOnCurrent } from '../perform.ts';
import { canChangeSpan } from '../preconditions.ts';
import { orderedSelection } from '../tag-text.ts';

export const implementations: readonly CommandImplementation[] = [
  {
    id: 'annotation.removeFragment',
    enabled: canChangeSpan,
    run: (app) => {
      const selection = orderedSelection(app);
      const isRemoved = performOnCurrent(app, (article, span, by) =>
        removeFragment(article, span, selection, by),
      );
      if (isRemoved) app.workbench.select({ anchor: selection.end, focus: selection.end });
    },
  },
  {
    id: 'annotation.merge',
    enabled: canChangeSpan,
    run: async (app) => {
      await app.workbench.whenComplete();
      const { open } = app.workbench.project.getState();
      const span = currentSpanOf(app);
      if (open === null || span === undefined) return;
      if (mergeable(open, span).length > 0)
        app.interface.setState({ dialog: { kind: 'merge', span: span.id } });
      else app.notices.inform('No other annotation in this article has the same tag.');
    },
  },
  {
    id: 'annotation.split',
    enabled: canChangeSpan,
    run: async (app) => {
      // Links are copied: all of them must be there.
      await app.workbench.whenComplete();
      const selection = orderedSelection(app);
      performOnCurrent(app, (article, span, by) => splitSpan(article, span, selection, by));
    },
  },
];
