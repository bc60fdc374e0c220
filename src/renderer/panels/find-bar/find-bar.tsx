import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { grouped } from '../../app/count-words.ts';
import { closeFind, search, showNextMatch } from '../../app/find-in-article.ts';
import type { FindState } from '../../app/interface-state.ts';
import { useApplication, useInterface } from '../../app/use-application.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import './find-bar.css';

export function FindBar() {
  const find = useInterface((state) => state.find);
  return find === null ? null : <OpenFindBar find={find} />;
}

function OpenFindBar({ find }: { readonly find: FindState }) {
  const app = useApplication();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  return (
    <search className="find-bar" aria-label="Find in article">
      <input
        ref={field}
        type="search"
        className="text-field"
        aria-label="Find"
        placeholder="Find in article"
        value={find.query}
        onChange={(event) => search(app, event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') showNextMatch(app, event.shiftKey ? -1 : 1);
          else if (event.key === 'Escape') closeFind(app);
          else return;
          event.preventDefault();
        }}
      />
      <span className="find-count" aria-live="polite">
        {countWords(find)}
      </span>
      <IconButton icon={ChevronUp} label="Previous match" onClick={() => showNextMatch(app, -1)} />
      <IconButton icon={ChevronDown} label="Next match" onClick={() => showNextMatch(app, 1)} />
      <IconButton icon={X} label="Close find bar" onClick={() => closeFind(app)} />
    </search>
  );
}

function countWords({ query, matches, current }: FindState): string {
  if (query === '') return '';
  if (matches.length === 0) return 'Not found';
  return `${grouped(current + 1)} of ${grouped(matches.length)}`;
}
