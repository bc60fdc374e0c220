import { memo } from 'react';
import type { Tag } from '../../../core/model/tag-set.ts';
import type { ArticleSummary } from '../../store/workbench-state.ts';
import { TagMix } from './tag-mix.tsx';

interface ArticleItemProps {
  readonly summary: ArticleSummary;
  readonly tags: readonly Tag[];
  readonly isCurrent: boolean;
  readonly isTabStop: boolean;
  readonly onOpen: (id: string) => void;
}

export const ArticleItem = memo(function ArticleItem({
  summary,
  tags,
  isCurrent,
  isTabStop,
  onOpen,
}: ArticleItemProps) {
  const { record, counts } = summary;
  const isTagged = Object.values(counts).some((number) => number > 0);
  return (
    <button
      type="button"
      className="article-item"
      data-tab-stop
      data-current={isCurrent || undefined}
      aria-current={isCurrent || undefined}
      tabIndex={isTabStop ? 0 : -1}
      title={record.title}
      onClick={() => onOpen(record.id)}
    >
      <span className="article-item-title" dir="auto">
        {record.title}
      </span>
      <span className="article-item-facts">
        <span className="article-state" data-tagged={isTagged || undefined} aria-hidden="true" />
        <span className="article-item-file" dir="auto">
          {record.source.fileName}
        </span>
        <TagMix tags={tags} counts={counts} />
      </span>
    </button>
  );
});
