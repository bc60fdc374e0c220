import { Popover } from '@base-ui/react/popover';
import { Check } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { t } from '../../../core/messages/translate.ts';
import type { Span } from '../../../core/model/span.ts';
import { type TagSet, tagById } from '../../../core/model/tag-set.ts';
import { chooseEnd } from '../../../core/operations/gestures/choose-end.ts';
import { mayLink, possibleEnds, relationsOf } from '../../../core/operations/gestures/link-spans.ts';
import { performInArticle } from '../../app/perform.ts';
import { useApplication, useProject } from '../../app/use-application.ts';
import { FilteredListbox } from '../../ui/filtered-listbox.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TagSwatch } from '../../ui/tag-swatch.tsx';
import { spanName, spanWords, tagName } from '../span-name.ts';
import type { NotePart } from './note.tsx';

/** So many ends are offered at once, the nearest first; the filter finds the others. */
const mostOptions = 100;

const parts = [
  { value: 'says', label: t('panels.margin.who') },
  { value: 'at', label: t('panels.margin.where') },
  { value: 'on', label: t('panels.margin.when') },
] as const;

interface ChooseEndsProps {
  readonly claim: Span;
  /** What is chosen first. */
  readonly part: NotePart;
  readonly anchor: HTMLElement;
  readonly onClose: () => void;
}

/** Who says a claim, where and when, chosen among the spans of the article. */
export function ChooseEnds({ claim, part, anchor, onClose }: ChooseEndsProps) {
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Popover.Root
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Popover.Portal>
        <Popover.Positioner className="link-positioner" anchor={anchor} sideOffset={4} align="start">
          <Popover.Popup
            className="link-popup"
            ref={popup}
            aria-label={t('panels.margin.attributeClaim')}
            initialFocus={() => popup.current?.querySelector('input')}
            finalFocus={() => (anchor.isConnected ? anchor : null)}
          >
            <Choices claim={claim} part={part} onClose={onClose} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Choices({ claim, part: first, onClose }: Omit<ChooseEndsProps, 'anchor'>) {
  const app = useApplication();
  const open = useProject((state) => state.open);
  const tagSet = useProject((state) => state.project.tagSet);
  const [part, setPart] = useState(first);
  const [query, setQuery] = useState('');
  const linked = useMemo(() => {
    if (open === null) return new Set<string>();
    const ofType = relationsOf(open, claim.id).filter(({ type }) => type === part);
    return new Set(ofType.map(({ from, to }) => (from === claim.id ? to : from)));
  }, [open, claim.id, part]);
  const ends = useMemo(() => {
    if (open === null) return [];
    const possible = possibleEnds(open, claim, tagSet).filter((other) =>
      part === 'says' ? mayLink(tagSet, part, other, claim) : mayLink(tagSet, part, claim, other),
    );
    return [...possible.filter(({ id }) => linked.has(id)), ...possible.filter(({ id }) => !linked.has(id))];
  }, [open, claim, tagSet, part, linked]);
  const options = useMemo(() => {
    const sought = query.trim().toLowerCase();
    return ends
      .filter((end) => sought === '' || spanName(tagSet, end).toLowerCase().includes(sought))
      .slice(0, mostOptions)
      .map((end) => optionOf(tagSet, end, linked.has(end.id)));
  }, [ends, query, tagSet, linked]);
  const choose = (id: string) => {
    onClose();
    performInArticle(app, (article, by) => {
      const other = article.spans.get(id);
      if (other === undefined)
        return { ok: false, reason: { code: 'missing', message: t('panels.margin.thatAnnotationIsGone') } };
      return chooseEnd(article, claim, other, part, tagSet, by);
    });
  };
  return (
    <>
      <div className="choose-part">
        <Segmented label={t('panels.margin.whatToChoose')} value={part} choices={parts} onChange={setPart} />
      </div>
      <FilteredListbox
        key={part}
        label={t('panels.margin.linkTo')}
        inputLabel={t('panels.margin.filterAnnotationsToLinkTo')}
        placeholder={t('panels.margin.nearestFirstTypeToFilter')}
        query={query}
        onQuery={setQuery}
        options={options}
        empty={ends.length === 0 ? emptyWords[part] : t('panels.margin.nothingMatches')}
        onChoose={choose}
      />
    </>
  );
}

const emptyWords: Readonly<Record<NotePart, string>> = {
  says: t('panels.margin.noSpeakerIsTaggedIn'),
  at: t('panels.margin.noPlaceIsTaggedIn'),
  on: t('panels.margin.noDateIsTaggedIn'),
};

function optionOf(tagSet: TagSet, end: Span, isLinked: boolean) {
  const tag = tagById(tagSet, end.tag);
  return {
    id: end.id,
    content: (
      <>
        {tag === undefined ? null : <TagSwatch tag={tag} />}
        <span className="listbox-option-words" data-span={end.id}>
          <span className="visually-hidden">{tagName(tagSet, end.tag)}: </span>
          <bdi>{spanWords(end)}</bdi>
          {isLinked ? (
            <span className="visually-hidden"> {t('panels.margin.linkedChooseToRemove')}</span>
          ) : null}
        </span>
        {isLinked ? <Check size={14} aria-hidden="true" /> : null}
      </>
    ),
  };
}
