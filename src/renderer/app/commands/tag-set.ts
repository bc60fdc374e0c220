import type { CommandImplementation } from '../command.ts';
import { hasArticle } from '../preconditions.ts';
import { toggleView } from '../workspace.ts';

export const implementations: readonly CommandImplementation[] = [
  {
    id: 'view.tagSet',
    checked: (app) => app.interface.getState().view === 'tagSet',
    run: (app) => toggleView(app, 'tagSet'),
  },
  {
    id: 'annotation.guideline',
    enabled: hasArticle,
    run: (app) => app.interface.setState(({ guidelineShown }) => ({ guidelineShown: !guidelineShown })),
  },
];
