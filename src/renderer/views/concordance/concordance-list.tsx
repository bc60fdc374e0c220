import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useEffect, useRef } from 'react';
import { actOnRows } from '../../app/concordance/act-on-rows.ts';
import { changeConcordance } from '../../app/concordance/run-concordance.ts';
import { useApplication, useInterface, useProject } from '../../app/use-application.ts';
import { listKeyTarget } from '../../ui/list-keys.ts';
import type { ConcordanceRow } from '../../workers/scan/concordance-rows.ts';
import { ConcordanceRowLine } from './concordance-row-line.tsx';

/** CSS pixels. */
const rowHeight = 28;

interface ConcordanceListProps {
  /** In the order shown. */
  readonly rows: readonly ConcordanceRow[];
}

/** The rows; the list has the focus and tells which row is meant, so that keys work the same wherever it is scrolled. */
export function ConcordanceList({ rows }: ConcordanceListProps) {
  const app = useApplication();
  const scroller = useRef<HTMLDivElement>(null);
  const articles = useProject((state) => state.articles);
  const active = useInterface((state) => state.concordance.active);
  const picked = useInterface((state) => state.concordance.picked);
  const skipped = useInterface((state) => state.concordance.skipped);
  const at = Math.max(
    0,
    rows.findIndex(({ key }) => key === active),
  );
  const rangeExtractor = useCallback(
    (range: Range) => {
      const indexes = defaultRangeExtractor(range);
      return indexes.includes(at) ? indexes : [...indexes, at].sort((a, b) => a - b);
    },
    [at],
  );
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 8,
    rangeExtractor,
  });
  useEffect(() => virtualizer.scrollToIndex(at, { align: 'auto' }), [at, virtualizer]);

  const onKeyDown = (event: KeyboardEvent) => {
    const pageful = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
    const target = listKeyTarget(arrowOf(event), at, rows.length, pageful);
    const next = target === undefined ? undefined : rows[target];
    if (next !== undefined) changeConcordance(app, { active: next.key });
    else if (!actOnRows(app, event, rows, at)) return;
    event.preventDefault();
  };

  return (
    <div
      ref={scroller}
      id="concordance-rows"
      className="concordance-rows"
      role="listbox"
      aria-label="Found"
      aria-multiselectable="true"
      aria-activedescendant={`concordance-row-${at}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <ConcordanceRowLine
              key={row.key}
              row={row}
              article={articles.get(row.articleId)?.record}
              index={index}
              total={rows.length}
              top={start}
              isActive={index === at}
              isPicked={picked.has(row.key)}
              isSkipped={skipped.has(row.key)}
            />
          );
        })}
      </div>
    </div>
  );
}

/** J and K move as the arrow keys do. */
function arrowOf(event: KeyboardEvent): Parameters<typeof listKeyTarget>[0] {
  const { ctrlKey, altKey, metaKey, shiftKey } = event;
  const key = event.key === 'j' ? 'ArrowDown' : event.key === 'k' ? 'ArrowUp' : event.key;
  return { key, ctrlKey, altKey, metaKey, shiftKey };
}
