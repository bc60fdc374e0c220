import { useEffect, useId, useRef, useState } from 'react';
import type { ArticleStateName } from '../../../core/model/article.ts';
import type { Query } from '../../../core/search/query.ts';
import type { ConcordanceSearch } from '../../app/concordance/concordance-state.ts';
import { searchProject } from '../../app/concordance/run-concordance.ts';
import { placeIds } from '../../app/places.ts';
import { useApplication, useInterface, useProject } from '../../app/use-application.ts';
import { QueryToggles, toggledByKey } from '../../ui/query-toggles.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { AnnotationFilterFields } from './annotation-filter-fields.tsx';

/** How long typing must rest before the project is searched, in ms. */
const rest = 250;

const articleStates: readonly { readonly value: ArticleStateName | ''; readonly label: string }[] = [
  { value: '', label: 'All articles' },
  { value: 'todo', label: 'To do' },
  { value: 'inProgress', label: 'In progress' },
  { value: 'done', label: 'Done' },
  { value: 'discuss', label: 'To be discussed' },
];

export function ConcordanceSearchForm() {
  const app = useApplication();
  const search = useInterface((state) => state.concordance.search);
  const problem = useInterface((state) => state.concordance.problem);
  const [query, setQuery] = useState(search.query);
  const field = useRef<HTMLInputElement>(null);
  const problemId = useId();

  useEffect(() => field.current?.select(), []);
  useEffect(() => {
    if (query === app.interface.getState().concordance.search.query) return;
    const timer = setTimeout(() => ask({ query }), rest);
    return () => clearTimeout(timer);
  });

  function ask(change: Partial<ConcordanceSearch>): void {
    const now = app.interface.getState().concordance.search;
    void searchProject(app, { ...now, query, ...change });
  }
  const toggle = (other: Query) => {
    setQuery(other);
    ask({ query: other });
  };

  return (
    <search className="concordance-search" aria-label="Find in project">
      <div className="concordance-line">
        <input
          ref={field}
          id={placeIds.projectQuery}
          type="search"
          className="text-field"
          aria-label="Words"
          placeholder={search.scope === 'text' ? 'Words in the text' : 'Words in the annotation, or none'}
          dir="auto"
          value={query.words}
          aria-invalid={problem !== null}
          aria-describedby={problemId}
          onChange={(event) => setQuery({ ...query, words: event.target.value })}
          onKeyDown={(event) => {
            const other = toggledByKey(query, event);
            if (other !== undefined) toggle(other);
            else if (event.key === 'Enter') ask({ query });
            else if (event.key === 'ArrowDown') document.getElementById('concordance-rows')?.focus();
            else return;
            event.preventDefault();
          }}
        />
        <QueryToggles query={query} onChange={toggle} />
        <SelectField
          label="Articles"
          labelHidden
          value={search.articleState ?? ''}
          options={articleStates}
          onChange={(value) =>
            ask({ articleState: articleStates.find((state) => state.value === value)?.value || null })
          }
        />
        <LabelField label={search.label} onChange={(label) => ask({ label })} />
      </div>
      {search.scope === 'text' ? null : (
        <AnnotationFilterFields filter={search.filter} onChange={(filter) => ask({ filter })} />
      )}
      <p className="concordance-problem" id={problemId} aria-live="polite">
        {problem}
      </p>
    </search>
  );
}

/** The labels that articles have; nothing when none has one. */
function LabelField({
  label,
  onChange,
}: {
  readonly label: string | null;
  readonly onChange: (label: string | null) => void;
}) {
  const articles = useProject((state) => state.articles);
  const labels = new Set([...articles.values()].flatMap(({ record }) => record.labels));
  if (labels.size === 0) return null;
  const options = [...labels].sort().map((value) => ({ value, label: value }));
  return (
    <SelectField
      label="Label"
      labelHidden
      value={label ?? ''}
      options={[{ value: '', label: 'Any label' }, ...options]}
      onChange={(value) => onChange(value === '' ? null : value)}
    />
  );
}
