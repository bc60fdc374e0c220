import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { t } from '../../../core/messages/translate.ts';
import type { Query } from '../../../core/search/query.ts';
import { grouped } from '../../../core/text/number-words.ts';
import { closeFind, search, showNextMatch } from '../../app/find-in-article.ts';
import type { FindState } from '../../app/interface-state.ts';
import { canWrite } from '../../app/preconditions.ts';
import { useApplication, useInterface } from '../../app/use-application.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { QueryToggles, toggledByKey } from '../../ui/query-toggles.tsx';
import './find-bar.css';

export function FindBar() {
  const find = useInterface((state) => state.find);
  return find === null ? null : <OpenFindBar find={find} />;
}

function OpenFindBar({ find }: { readonly find: FindState }) {
  const app = useApplication();
  const field = useRef<HTMLInputElement>(null);
  const problem = useId();
  useEffect(() => field.current?.select(), []);
  const { query } = find;
  const look = (other: Query) => void search(app, other).catch(app.reportFault);
  const onKeyDown = (event: KeyboardEvent) => {
    const other = toggledByKey(query, event);
    if (other !== undefined) look(other);
    else if (event.key === 'Enter') void showNextMatch(app, event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') closeFind(app);
    else return;
    event.preventDefault();
  };
  return (
    <search className="find-bar" aria-label={t('panels.findBar.findInArticle')}>
      <input
        ref={field}
        type="search"
        className="text-field"
        aria-label={t('panels.findBar.find')}
        placeholder={t('panels.findBar.findInArticle')}
        dir="auto"
        value={query.words}
        aria-invalid={find.problem !== null}
        aria-describedby={problem}
        onChange={(event) => look({ ...query, words: event.target.value })}
        onKeyDown={onKeyDown}
      />
      <QueryToggles query={query} onChange={look} />
      <span className="find-count" aria-live="polite">
        {countWords(find)}
      </span>
      <IconButton
        icon={ChevronUp}
        label={t('panels.findBar.previousMatch')}
        onClick={() => void showNextMatch(app, -1)}
      />
      <IconButton
        icon={ChevronDown}
        label={t('panels.findBar.nextMatch')}
        onClick={() => void showNextMatch(app, 1)}
      />
      <Button
        disabled={find.matches.length === 0 || !canWrite(app)}
        onClick={() => app.interface.setState({ dialog: { kind: 'tagEverywhere', query, like: null } })}
      >
        {t('panels.findBar.tagAll')}
      </Button>
      <IconButton icon={X} label={t('panels.findBar.closeFindBar')} onClick={() => closeFind(app)} />
      <p className="find-problem" id={problem} aria-live="polite">
        {find.problem}
      </p>
    </search>
  );
}

function countWords({ query, matches, isCapped, current, isSearching, problem }: FindState): string {
  if (query.words === '' || problem !== null) return '';
  if (isSearching && matches.length === 0) return t('panels.findBar.searching');
  if (matches.length === 0) return t('panels.findBar.notFound');
  return t('panels.findBar.currentOfMatchesValue', {
    current: grouped(current + 1),
    matches: grouped(matches.length),
    value: isCapped ? '+' : '',
  });
}
