import { useProject } from '../../app/use-application.ts';
import { VirtualList } from '../../ui/virtual-list.tsx';
import type { ConcordanceRow } from '../../workers/scan/concordance-rows.ts';

/** CSS pixels. */
const rowHeight = 30;

interface OccurrenceListProps {
  readonly rows: readonly ConcordanceRow[];
  /** Rows that have it already cannot be ticked. */
  readonly tag: string;
  /** Keys of rows that are left out. */
  readonly unticked: ReadonlySet<string>;
  readonly onUntick: (unticked: ReadonlySet<string>) => void;
}

export function OccurrenceList({ rows, tag, unticked, onUntick }: OccurrenceListProps) {
  const articles = useProject((state) => state.articles);
  if (rows.length === 0) return null;
  const toggle = (key: string) => {
    const next = new Set(unticked);
    if (!next.delete(key)) next.add(key);
    onUntick(next);
  };
  return (
    <div className="occurrences">
      <VirtualList
        label="Occurrences"
        count={rows.length}
        keyOf={(index) => rows[index]?.key ?? String(index)}
        nameOf={(index) => {
          const row = rows[index];
          return row === undefined ? '' : `${row.left}${row.keyword}${row.right}`;
        }}
        estimateHeight={() => rowHeight}
        current={-1}
        renderItem={({ index, isTabStop }) => {
          const row = rows[index];
          if (row === undefined) return null;
          const record = articles.get(row.articleId)?.record;
          const direction = record?.direction ?? 'auto';
          const isTagged = row.tags.includes(tag);
          return (
            <label className="occurrence" data-tagged={isTagged || undefined}>
              <input
                type="checkbox"
                data-tab-stop
                tabIndex={isTabStop ? 0 : -1}
                checked={!isTagged && !unticked.has(row.key)}
                disabled={isTagged}
                onChange={() => toggle(row.key)}
              />
              <span className="occurrence-context" dir={direction}>
                <span className="occurrence-left">
                  <bdi dir={direction}>{row.left}</bdi>
                </span>
                <span className="occurrence-right">
                  <bdi dir={direction}>
                    <b>{row.keyword}</b>
                    {row.right}
                  </bdi>
                </span>
              </span>
              <span className="occurrence-title">
                {isTagged ? 'tagged already' : <bdi>{record?.title}</bdi>}
              </span>
            </label>
          );
        }}
      />
    </div>
  );
}
