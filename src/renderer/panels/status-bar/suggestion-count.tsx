import { useStore } from 'zustand';
import { t } from '../../../core/messages/translate.ts';
import { runCommand } from '../../app/command-registry.ts';
import { useApplication, useProject, useSettings } from '../../app/use-application.ts';

/** How much is suggested for the open article and not decided; pressed, it leads to the next. */
export function SuggestionCount() {
  const app = useApplication();
  const state = useStore(app.suggestions.store);
  const isShown = useSettings(({ suggestionsShown }) => suggestionsShown);
  const isOpen = useProject(({ open }) => open !== null);
  if (!isOpen || !isShown) return null;
  if (state.status === 'failed')
    return <span className="suggestion-count">{t('panels.statusBar.noSuggestionsTheyCouldNot')}</span>;
  if (state.open.length === 0) return null;
  const words = `${t('panels.statusBar.suggestions', { suggestions: state.open.length })}${state.status === 'done' ? '' : t('panels.statusBar.soFar')}`;
  return (
    <button
      type="button"
      className="suggestion-count"
      title={t('panels.statusBar.goToTheNextSuggestion')}
      onClick={() => {
        void runCommand(app, 'suggestion.next');
      }}
    >
      {words}
    </button>
  );
}
