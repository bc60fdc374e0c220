import type { ArticleSummary } from '../../store/workbench-state.ts';
import './article-checklist.css';

interface ArticleChecklistProps {
  readonly articles: readonly ArticleSummary[];
  readonly selected: ReadonlySet<string>;
  readonly onChange: (selected: ReadonlySet<string>) => void;
}

export function ArticleChecklist({ articles, selected, onChange }: ArticleChecklistProps) {
  return (
    <fieldset className="article-checklist">
      <legend className="visually-hidden">Articles to export</legend>
      {articles.map(({ record }) => (
        <label key={record.id} className="check-field">
          <input
            type="checkbox"
            checked={selected.has(record.id)}
            onChange={(event) => {
              const changed = new Set(selected);
              if (event.target.checked) changed.add(record.id);
              else changed.delete(record.id);
              onChange(changed);
            }}
          />
          <bdi>{record.title}</bdi>
        </label>
      ))}
    </fieldset>
  );
}
