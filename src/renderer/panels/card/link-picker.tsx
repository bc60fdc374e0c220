import { Popover } from '@base-ui/react/popover';
import { Link2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { t } from '../../../core/messages/translate.ts';
import type { Span } from '../../../core/model/span.ts';
import type { TagSet } from '../../../core/model/tag-set.ts';
import {
  linkSpans,
  linksBetween,
  possibleEnds,
  relationsOf,
} from '../../../core/operations/gestures/link-spans.ts';
import type { Link } from '../../../core/operations/gestures/relation-ends.ts';
import type { ArticleState } from '../../../core/operations/project-state.ts';
import { performInArticle } from '../../app/perform.ts';
import { useApplication, useProject } from '../../app/use-application.ts';
import { FilteredListbox } from '../../ui/filtered-listbox.tsx';
import { spanOptions } from '../span-option.tsx';

/** A button that opens the list of spans which the current one may be linked to. */
export function LinkPicker({ span }: { readonly span: Span }) {
  const app = useApplication();
  const [isOpen, setOpen] = useState(false);
  const [end, setEnd] = useState<string | null>(null);
  const link = (id: string, type: string | undefined) => {
    setOpen(false);
    performInArticle(app, (article, by) => {
      const { tagSet } = app.workbench.project.getState().project;
      const other = article.spans.get(id);
      if (other === undefined)
        return { ok: false, reason: { code: 'missing', message: t('panels.card.thatAnnotationIsGone') } };
      return linkSpans(article, span, other, tagSet, by, type);
    });
  };
  const choose = (id: string) => {
    const { open, project } = app.workbench.project.getState();
    const other = open?.spans.get(id);
    // Only where the two tags allow several relations is there something to choose.
    if (open !== null && other !== undefined && freeLinks(open, project.tagSet, span, other).length > 1)
      setEnd(id);
    else link(id, undefined);
  };
  return (
    <Popover.Root
      open={isOpen}
      onOpenChange={(open) => {
        setEnd(null);
        // Links to far-away spans can be offered once those are in memory.
        if (open) void app.workbench.whenComplete().then(() => setOpen(true));
        else setOpen(false);
      }}
    >
      <Popover.Trigger className="button" data-kind="plain">
        <Link2 size={14} aria-hidden="true" />
        {t('panels.card.link')}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className="link-positioner" sideOffset={6} align="end">
          <Popover.Popup className="link-popup" aria-label={t('panels.card.linkAnnotation')}>
            {end === null ? (
              <LinkOptions span={span} onChoose={choose} />
            ) : (
              <TypeOptions key={end} span={span} end={end} onChoose={(type) => link(end, type)} />
            )}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function LinkOptions({ span, onChoose }: { readonly span: Span; readonly onChoose: (id: string) => void }) {
  const open = useProject((state) => state.open);
  const tagSet = useProject((state) => state.project.tagSet);
  const [query, setQuery] = useState('');
  const ends = useMemo(() => {
    if (open === null) return [];
    return possibleEnds(open, span, tagSet).filter((end) => freeLinks(open, tagSet, span, end).length > 0);
  }, [open, span, tagSet]);
  const options = useMemo(() => spanOptions(tagSet, ends, query), [ends, query, tagSet]);
  return (
    <FilteredListbox
      label={t('panels.card.linkTo')}
      inputLabel={t('panels.card.filterAnnotationsToLinkTo')}
      placeholder={t('panels.card.nearestFirstTypeToFilter')}
      query={query}
      onQuery={setQuery}
      options={options}
      empty={
        ends.length === 0 ? t('panels.card.nothingThatThisAnnotationCan') : t('panels.card.nothingMatches')
      }
      onChoose={onChoose}
    />
  );
}

interface TypeOptionsProps {
  readonly span: Span;
  /** Id of the other annotation. */
  readonly end: string;
  readonly onChoose: (type: string) => void;
}

/** Asks which of the relations that two tags allow is meant. */
function TypeOptions({ span, end, onChoose }: TypeOptionsProps) {
  const open = useProject((state) => state.open);
  const tagSet = useProject((state) => state.project.tagSet);
  const [query, setQuery] = useState('');
  const other = open?.spans.get(end);
  const links = open === null || other === undefined ? [] : freeLinks(open, tagSet, span, other);
  const options = links.flatMap(({ type, from }) => {
    const name = tagSet.relationTypes.find(({ id }) => id === type)?.name ?? type;
    if (!name.toLowerCase().includes(query.trim().toLowerCase())) return [];
    const arrow = from === span.id ? '→' : '←';
    return [{ id: type, content: <span className="listbox-option-words">{`${name} ${arrow}`}</span> }];
  });
  return (
    <FilteredListbox
      label={t('panels.card.relation')}
      inputLabel={t('panels.card.filterRelations')}
      placeholder={t('panels.card.whichRelation')}
      query={query}
      onQuery={setQuery}
      options={options}
      empty={t('panels.card.nothingMatches')}
      onChoose={onChoose}
    />
  );
}

/** The links that are allowed between two annotations and not there yet. */
function freeLinks(article: ArticleState, tagSet: TagSet, span: Span, other: Span): Link[] {
  const there = relationsOf(article, span.id);
  return linksBetween(tagSet, span, other).filter(
    (link) => !there.some(({ type, from, to }) => type === link.type && from === link.from && to === link.to),
  );
}
