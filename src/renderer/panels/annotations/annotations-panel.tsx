import { type KeyboardEvent, useCallback, useDeferredValue, useId, useMemo, useState } from 'react';
import type { Settings } from '../../../bridge/settings.ts';
import { t } from '../../../core/messages/translate.ts';
import { type Span, startOf } from '../../../core/model/span.ts';
import { SpanIndex } from '../../../core/model/span-index.ts';
import { tagById } from '../../../core/model/tag-set.ts';
import { grouped } from '../../../core/text/number-words.ts';
import { runCommand } from '../../app/command-registry.ts';
import { placeIds } from '../../app/places.ts';
import { canWrite } from '../../app/preconditions.ts';
import { useApplication, useFocusState, useProject, useSettings } from '../../app/use-application.ts';
import { showSpan } from '../../app/walk-spans.ts';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { paragraphLabel } from '../paragraph-numbers.ts';
import { spanName } from '../span-name.ts';
import { SpanItem } from './span-item.tsx';
import { rowsBySpeaker, rowsByTag, rowsInOrder } from './span-rows.ts';
import './annotations-panel.css';

const itemHeight = 29;
const headingHeight = 31;
const orders = [
  { value: 'text', label: t('panels.annotations.inOrder') },
  { value: 'tag', label: t('panels.annotations.byTag') },
  { value: 'speaker', label: t('panels.annotations.bySpeaker') },
] as const;

export function AnnotationsPanel() {
  const app = useApplication();
  const open = useProject((state) => state.open);
  const spans = open?.spans ?? SpanIndex.empty;
  const body = open?.body;
  const relations = open?.relations;
  const entities = useProject((state) => state.project.entities);
  const tagSet = useProject((state) => state.project.tagSet);
  const currentSpan = useFocusState((state) => state.currentSpan);
  const order = useSettings((settings) => settings.listOrder);
  const [query, setQuery] = useState('');
  const sought = useDeferredValue(query);
  const rows = useMemo(() => {
    if (order === 'tag') return rowsByTag(spans, sought, tagSet.tags);
    if (order === 'text' || relations === undefined) return rowsInOrder(spans, sought);
    return rowsBySpeaker({ spans, relations }, sought, { tagSet, entities });
  }, [order, spans, relations, sought, tagSet, entities]);
  // One function for the same rows: by another the list goes through all of them again.
  const keyOf = useCallback((index: number) => rows.at(index)?.span.id ?? String(index), [rows]);
  const current = currentSpan === null ? -1 : rows.positionOf(currentSpan);
  const heading = useId();

  const choose = useCallback(
    (span: Span) => {
      showSpan(app, span);
    },
    [app],
  );
  const onItemKey = (event: KeyboardEvent, index: number) => {
    const row = rows.at(index);
    if (row === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter') {
      showSpan(app, row.span);
      app.textView.current?.focus();
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      const next = rows.at(index + 1) ?? rows.at(index - 1);
      app.workbench.setCurrentSpan(row.span.id);
      void runCommand(app, 'annotation.delete').then(() =>
        app.workbench.setCurrentSpan(next?.span.id ?? null),
      );
    } else if (event.key === 'Escape') app.textView.current?.focus();
    else return;
    event.preventDefault();
  };

  const editShown = () => {
    const { open } = app.workbench.project.getState();
    const ids = Array.from({ length: rows.count }, (_, i) => rows.at(i)?.span.id).filter(
      (id) => id !== undefined,
    );
    if (open === null) return;
    app.interface.setState({ dialog: { kind: 'bulkEdit', targets: new Map([[open.record.id, ids]]) } });
  };

  return (
    <section className="annotations-panel" aria-labelledby={heading} id={placeIds.annotations}>
      <div className="annotations-head">
        <h2 className="section-heading">
          <span id={heading}>{t('panels.annotations.annotations')}</span> <span>{grouped(spans.size)}</span>
        </h2>
        <Segmented
          label={t('panels.annotations.orderOfAnnotations')}
          value={order}
          choices={orders}
          onChange={(listOrder) => app.settings.change({ listOrder })}
        />
      </div>
      <input
        type="search"
        className="text-field"
        id={placeIds.filter}
        aria-label={t('panels.annotations.filterAnnotations')}
        placeholder={t('panels.annotations.filterByWordsOrNote')}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      {sought.trim() === '' || rows.count === 0 || !canWrite(app) ? null : (
        <Button kind="quiet" onClick={editShown}>
          {t('panels.annotations.editAnnotations', { annotations: rows.count })}
        </Button>
      )}
      {rows.count === 0 ? (
        <p className="annotations-empty">{emptyWords(body !== undefined, spans.size, order)}</p>
      ) : (
        <VirtualList
          label={t('panels.annotations.annotationsOfThisArticle')}
          count={rows.count}
          keyOf={keyOf}
          nameOf={(index) => nameOf(rows.at(index)?.span)}
          estimateHeight={(index) => itemHeight + (rows.at(index)?.heading == null ? 0 : headingHeight)}
          current={current}
          onItemKey={onItemKey}
          renderItem={({ index, isTabStop, isCurrent }) => {
            const row = rows.at(index);
            if (row === undefined || body === undefined) return null;
            const { span } = row;
            return (
              <>
                {row.heading === null ? null : (
                  <div className="span-group" aria-hidden="true">
                    {row.heading}
                  </div>
                )}
                <SpanItem
                  {...{ span, isTabStop, isCurrent }}
                  tag={tagById(tagSet, span.tag)}
                  place={paragraphLabel(body, startOf(span))}
                  onChoose={choose}
                />
              </>
            );
          }}
        />
      )}
    </section>
  );

  function nameOf(span: Span | undefined): string {
    return span === undefined ? '' : spanName(tagSet, span);
  }
}

function emptyWords(isOpen: boolean, total: number, order: Settings['listOrder']): string {
  if (!isOpen) return t('panels.annotations.noArticleIsOpen');
  if (total === 0) return t('panels.annotations.nothingIsTaggedYetSelect');
  return order === 'speaker'
    ? t('panels.annotations.noClaimMatchesTheFilter')
    : t('panels.annotations.noAnnotationMatchesTheFilter');
}
