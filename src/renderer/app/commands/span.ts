import { addFragment, deleteSpan, toggleFlag } from '../../../core/operations/gestures/change-span.ts';
import { rangeToTag } from '../../../core/operations/gestures/tag-selection.ts';
import type { CommandImplementation } from '../command.ts';
import { performOnCurrent } from '../perform.ts';
import { focusPlace } from '../places.ts';
import { canChangeSpan, hasSpan } from '../preconditions.ts';
import { orderedSelection } from '../tag-text.ts';

export const implementations: readonly CommandImplementation[] = [
  {
    id: 'annotation.retag',
    enabled: canChangeSpan,
    run: (app) => app.interface.setState({ selectionBar: 'retag' }),
  },
  {
    id: 'annotation.attributes',
    enabled: hasSpan,
    run: (app) => {
      if (!focusPlace(app, 'attributes')) app.notices.inform('This annotation has no attributes.');
    },
  },
  { id: 'annotation.note', enabled: hasSpan, run: (app) => void focusPlace(app, 'note') },
  {
    id: 'annotation.flag',
    enabled: canChangeSpan,
    run: (app) => {
      performOnCurrent(app, (_article, span, by) => toggleFlag(span, by));
    },
  },
  {
    id: 'annotation.delete',
    enabled: canChangeSpan,
    run: (app) => {
      performOnCurrent(app, (article, span) => deleteSpan(article, span));
    },
  },
  {
    id: 'annotation.addFragment',
    enabled: canChangeSpan,
    run: (app, { alt }) => {
      const selection = orderedSelection(app);
      const isAdded = performOnCurrent(app, (article, span, by) => {
        const snap = app.settings.current.snapToWords && !alt;
        const range = rangeToTag(article.body.text, selection, snap);
        if (range !== undefined) return addFragment(article, span, range, by);
        return {
          ok: false,
          reason: { code: 'nothing-selected', message: 'Select the words to add to the annotation first.' },
        };
      });
      // As after tagging, the caret stands behind what was added and the bar goes.
      if (isAdded) app.workbench.select({ anchor: selection.end, focus: selection.end });
    },
  },
];
