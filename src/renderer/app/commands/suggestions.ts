import type { Application } from '../application.ts';
import type { CommandImplementation } from '../command.ts';
import { canTag, canWrite, hasArticle } from '../preconditions.ts';
import { forgetLearnt, learnFromProject } from '../suggestions/learn.ts';
import {
  acceptAndEdit,
  acceptReviewed,
  goToSuggestion,
  refuseReviewed,
  refuseReviewedRule,
  reviewedSuggestion,
} from '../suggestions/review.ts';
import { toggleView } from '../workspace.ts';

function isReviewing(app: Application): boolean {
  return canTag(app) && app.interface.getState().review !== null;
}

export const implementations: readonly CommandImplementation[] = [
  {
    id: 'suggestion.show',
    checked: (app) => app.settings.current.suggestionsShown,
    run: (app) => app.settings.change({ suggestionsShown: !app.settings.current.suggestionsShown }),
  },
  { id: 'suggestion.next', enabled: hasArticle, run: (app) => goToSuggestion(app, 1) },
  { id: 'suggestion.previous', enabled: hasArticle, run: (app) => goToSuggestion(app, -1) },
  { id: 'suggestion.accept', enabled: isReviewing, run: acceptReviewed },
  { id: 'suggestion.acceptAndEdit', enabled: isReviewing, run: acceptAndEdit },
  { id: 'suggestion.refuse', enabled: isReviewing, run: refuseReviewed },
  {
    id: 'suggestion.acceptRule',
    enabled: isReviewing,
    run: (app) => {
      const suggestion = reviewedSuggestion(app);
      if (suggestion !== null)
        app.interface.setState({ dialog: { kind: 'acceptRule', rule: suggestion.of.rule } });
    },
  },
  { id: 'suggestion.refuseRule', enabled: isReviewing, run: refuseReviewedRule },
  {
    id: 'suggestion.leastSureFirst',
    checked: (app) => app.settings.current.suggestionOrder === 'leastSure',
    run: (app) =>
      app.settings.change({
        suggestionOrder: app.settings.current.suggestionOrder === 'leastSure' ? 'reading' : 'leastSure',
      }),
  },
  {
    id: 'suggestion.rules',
    checked: (app) => app.interface.getState().view === 'suggestionRules',
    run: (app) => toggleView(app, 'suggestionRules'),
  },
  {
    id: 'suggestion.learn',
    enabled: (app) => canWrite(app) && app.interface.getState().progress === null,
    run: learnFromProject,
  },
  {
    id: 'suggestion.learnt',
    run: (app) => app.interface.setState({ dialog: { kind: 'learnt' } }),
  },
  { id: 'suggestion.forget', enabled: canWrite, run: forgetLearnt },
];
