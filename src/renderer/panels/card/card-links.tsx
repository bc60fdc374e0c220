import { X } from 'lucide-react';
import { useMemo } from 'react';
import { t } from '../../../core/messages/translate.ts';
import type { Span } from '../../../core/model/span.ts';
import { tagById } from '../../../core/model/tag-set.ts';
import { relationsOf, unlink } from '../../../core/operations/gestures/link-spans.ts';
import { perform } from '../../app/perform.ts';
import { useApplication, useProject } from '../../app/use-application.ts';
import { showSpan } from '../../app/walk-spans.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { TagSwatch } from '../../ui/tag-swatch.tsx';
import { shortDate } from '../date-words.ts';
import { spanDate } from '../span-date.ts';
import { spanName, spanWords } from '../span-name.ts';

interface CardLinksProps {
  readonly span: Span;
  readonly readOnly: boolean;
}

/** The relations of the current span: what each says, the other end (to go to), and a way to take it away. */
export function CardLinks({ span, readOnly }: CardLinksProps) {
  const app = useApplication();
  const open = useProject((state) => state.open);
  const tagSet = useProject((state) => state.project.tagSet);
  const relations = open?.relations;
  const spans = open?.spans;
  const links = useMemo(() => {
    if (open === null || relations === undefined || spans === undefined) return [];
    return relationsOf(open, span.id).flatMap((relation) => {
      const other = spans.get(relation.from === span.id ? relation.to : relation.from);
      return other === undefined ? [] : [{ relation, other }];
    });
  }, [open, relations, spans, span.id]);
  if (links.length === 0) return null;
  return (
    <ul className="card-links" aria-label={t('panels.card.links')}>
      {links.map(({ relation, other }) => {
        const tag = tagById(tagSet, other.tag);
        const date = spanDate(other, tag);
        const type = tagSet.relationTypes.find(({ id }) => id === relation.type)?.name ?? relation.type;
        return (
          <li key={relation.id} className="card-link">
            <span className="card-link-type">{type}</span>
            <button
              type="button"
              className="card-end"
              data-span={other.id}
              aria-label={spanName(tagSet, other)}
              onClick={() => showSpan(app, other)}
            >
              {tag === undefined ? null : <TagSwatch tag={tag} />}
              <bdi>{spanWords(other)}</bdi>
              {date === undefined ? null : <span className="chip-code">{shortDate(date)}</span>}
            </button>
            {readOnly ? null : (
              <IconButton
                icon={X}
                label={t('panels.card.removeLinkToSpanname', { spanName: spanName(tagSet, other) })}
                onClick={() => perform(app, unlink(relation, span.id))}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
