import { useStore } from 'zustand';
import { count } from '../../../core/text/number-words.ts';
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
    return <span className="suggestion-count">No suggestions: they could not be made</span>;
  if (state.open.length === 0) return null;
  const words = `${count(state.open.length, 'suggestion')}${state.status === 'partial' ? ' so far' : ''}`;
  return (
    <button
      type="button"
      className="suggestion-count"
      title="Go to the next suggestion"
      onClick={() => {
        void runCommand(app, 'suggestion.next');
      }}
    >
      {words}
    </button>
  );
}
