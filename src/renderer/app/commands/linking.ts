import { linkNearest } from '../../../core/operations/gestures/link-spans.ts';
import type { CommandImplementation } from '../command.ts';
import { performOnCurrent } from '../perform.ts';
import { canChangeSpan } from '../preconditions.ts';

export const implementations: readonly CommandImplementation[] = [
  {
    id: 'annotation.link',
    enabled: canChangeSpan,
    run: async (app) => {
      await app.workbench.whenComplete();
      const { tagSet } = app.workbench.project.getState().project;
      performOnCurrent(app, (article, span, by) => linkNearest(article, span, tagSet, by));
    },
  },
];
