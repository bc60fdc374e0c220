import { Flag, StickyNote, UserX } from 'lucide-react';
import { type MouseEvent, memo } from 'react';
import { t } from '../../../core/messages/translate.ts';
import type { Tag } from '../../../core/model/tag-set.ts';
import { grouped } from '../../../core/text/number-words.ts';
import { articleAttribute } from '../../app/articles/article-targets.ts';
import type { ArticleSummary } from '../../store/workbench-state.ts';
import type { ArticleFacts } from '../../workers/scan/article-facts.ts';
import { ArticleStateIcon } from './article-state-icon.tsx';
import { TagMix } from './tag-mix.tsx';

interface ArticleItemProps {
  readonly summary: ArticleSummary;
  /** Undefined until they are counted. */
  readonly facts: ArticleFacts | undefined;
  /** What the search found in the text. */
  readonly excerpt: string | null;
  readonly tags: readonly Tag[];
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
  readonly isTabStop: boolean;
  /** Where a dragged article would be put down beside this one. */
  readonly drop: 'before' | 'after' | null;
  readonly onChoose: (id: string, event: MouseEvent) => void;
}

export const ArticleItem = memo(function ArticleItem(props: ArticleItemProps) {
  const { summary, facts, excerpt, tags, isCurrent, isSelected, isTabStop, drop, onChoose } = props;
  const { record, counts } = summary;
  return (
    <button
      type="button"
      className="article-item"
      data-tab-stop
      data-current={isCurrent || undefined}
      data-selected={isSelected || undefined}
      data-drop={drop ?? undefined}
      {...{ [articleAttribute]: record.id }}
      aria-current={isCurrent || undefined}
      tabIndex={isTabStop ? 0 : -1}
      title={record.note === '' ? record.title : `${record.title}\n\n${record.note}`}
      onClick={(event) => onChoose(record.id, event)}
    >
      <span className="article-item-title" dir="auto">
        {record.title}
      </span>
      {excerpt === null ? null : (
        <span className="article-item-excerpt" dir="auto">
          {excerpt}
        </span>
      )}
      <span className="article-item-facts">
        <ArticleStateIcon state={record.state} />
        <span className="article-item-file" dir="auto">
          {record.source.fileName}
        </span>
        {record.note === '' ? null : <StickyNote size={12} aria-hidden="true" />}
        <FactCount icon={Flag} value={facts?.flagged} titled={flaggedTitle} />
        <FactCount icon={UserX} value={facts?.unattributed} titled={unattributedTitle} />
        <TagMix tags={tags} counts={counts} />
      </span>
      {record.labels.length === 0 ? null : (
        <span className="article-item-labels">
          {record.labels.map((label) => (
            <bdi key={label}>{label}</bdi>
          ))}
        </span>
      )}
    </button>
  );
});

function flaggedTitle(flagged: number): string {
  return t('panels.articles.flaggedAnnotations', { flagged });
}

function unattributedTitle(claims: number): string {
  return t('panels.articles.claimsWithoutSpeaker', { claims });
}

interface FactCountProps {
  readonly icon: typeof Flag;
  readonly value: number | undefined;
  /** The number in words. */
  readonly titled: (value: number) => string;
}

/** A number that is nought, or not known yet, takes no room. */
function FactCount({ icon: Icon, value = 0, titled }: FactCountProps) {
  if (value === 0) return null;
  return (
    <span className="article-item-count" title={titled(value)} aria-hidden="true">
      <Icon size={11} />
      {grouped(value)}
    </span>
  );
}
