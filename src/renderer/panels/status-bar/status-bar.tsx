import { ArticleCounts } from './article-counts.tsx';
import { CaretPlace } from './caret-place.tsx';
import { SaveState } from './save-state.tsx';
import { SuggestionCount } from './suggestion-count.tsx';
import './status-bar.css';

/** The foot of the window tells the truth: saved or not, what is left to do, where the caret is. */
export function StatusBar() {
  return (
    <footer className="status-bar">
      <SaveState />
      <ArticleCounts />
      <SuggestionCount />
      <CaretPlace />
    </footer>
  );
}
