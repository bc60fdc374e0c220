import { Flag, StickyNote } from 'lucide-react';
import { memo } from 'react';
import type { Span } from '../../../core/model/span.ts';
import type { Tag } from '../../../core/model/tag-set.ts';
import { TagSwatch } from '../../ui/tag-swatch.tsx';
import { shortDate } from '../date-words.ts';
import { spanDate } from '../span-date.ts';
import { spanWords } from '../span-name.ts';

interface SpanItemProps {
  readonly span: Span;
  readonly tag: Tag | undefined;
  /** `¶3` */
  readonly place: string;
  readonly isCurrent: boolean;
  readonly isTabStop: boolean;
  readonly onChoose: (span: Span) => void;
}

export const SpanItem = memo(function SpanItem({
  span,
  tag,
  place,
  isCurrent,
  isTabStop,
  onChoose,
}: SpanItemProps) {
  const words = spanWords(span);
  const date = spanDate(span, tag);
  const when = date === undefined ? undefined : shortDate(date);
  return (
    <button
      type="button"
      className="span-item"
      data-tab-stop
      data-span={span.id}
      data-current={isCurrent || undefined}
      tabIndex={isTabStop ? 0 : -1}
      aria-description={when}
      onClick={() => onChoose(span)}
    >
      {tag === undefined ? <span /> : <TagSwatch tag={tag} />}
      <span className="span-item-words">
        <span className="visually-hidden">{tag?.name ?? span.tag}: </span>
        <bdi>{words}</bdi>
        {when === undefined ? null : (
          <span className="span-item-value" aria-hidden="true">
            {' '}
            → {when}
          </span>
        )}
      </span>
      <span className="span-item-signs" aria-hidden="true">
        {span.flagged ? <Flag size={12} /> : null}
        {span.note === '' ? null : <StickyNote size={12} />}
      </span>
      <span className="span-item-place" aria-hidden="true">
        {place}
      </span>
    </button>
  );
});
