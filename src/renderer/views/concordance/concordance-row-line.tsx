import { Check, Flag, SkipForward } from 'lucide-react';
import { memo } from 'react';
import type { ArticleRecord } from '../../../core/model/article.ts';
import { tagById } from '../../../core/model/tag-set.ts';
import { openRow } from '../../app/concordance/act-on-rows.ts';
import { changeConcordance, togglePicked } from '../../app/concordance/run-concordance.ts';
import { useApplication, useProject } from '../../app/use-application.ts';
import { TagSwatch } from '../../ui/tag-swatch.tsx';
import type { ConcordanceRow } from '../../workers/scan/concordance-rows.ts';

interface ConcordanceRowLineProps {
  readonly row: ConcordanceRow;
  readonly article: ArticleRecord | undefined;
  readonly index: number;
  readonly total: number;
  /** CSS pixels. */
  readonly top: number;
  readonly isActive: boolean;
  readonly isPicked: boolean;
  readonly isSkipped: boolean;
}

export const ConcordanceRowLine = memo(function ConcordanceRowLine(props: ConcordanceRowLineProps) {
  const { row, article, index, total, top, isActive, isPicked, isSkipped } = props;
  const app = useApplication();
  const tagSet = useProject((state) => state.project.tagSet);
  const tags = row.tags.map((id) => tagById(tagSet, id)).filter((tag) => tag !== undefined);
  const title = article?.title ?? '';
  const direction = article?.direction ?? 'auto';
  const state = [
    ...tags.map(({ name }) => (row.span === null ? `tagged as ${name}` : name)),
    ...(row.span?.flagged ? ['flagged'] : []),
    ...(isSkipped ? ['skipped'] : []),
  ];
  return (
    <div
      id={`concordance-row-${index}`}
      className="concordance-row"
      role="option"
      tabIndex={-1}
      aria-selected={isPicked}
      aria-setsize={total}
      aria-posinset={index + 1}
      data-active={isActive || undefined}
      data-skipped={isSkipped || undefined}
      style={{ transform: `translateY(${top}px)` }}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.closest<HTMLElement>('[role=listbox]')?.focus();
        changeConcordance(app, { active: row.key });
        if (event.ctrlKey || event.metaKey) togglePicked(app, row.key);
      }}
      onDoubleClick={() => void openRow(app, row).catch(app.reportFault)}
    >
      <span className="concordance-signs" aria-hidden="true">
        {isPicked ? <Check size={13} /> : isSkipped ? <SkipForward size={12} /> : null}
        {tags.slice(0, 2).map((tag) => (
          <TagSwatch key={tag.id} tag={tag} />
        ))}
        {row.span?.flagged ? <Flag size={12} /> : null}
      </span>
      <span className="concordance-context" dir={direction}>
        <span className="concordance-left">
          <bdi dir={direction}>{row.left}</bdi>
        </span>
        <span className="concordance-right">
          <bdi dir={direction}>
            <b>{row.keyword}</b>
            {row.right}
          </bdi>
        </span>
      </span>
      <span className="concordance-title">
        <span className="visually-hidden">. </span>
        <bdi>{title}</bdi>
        <span className="visually-hidden">{state.map((words) => `, ${words}`).join('')}</span>
      </span>
    </div>
  );
});
