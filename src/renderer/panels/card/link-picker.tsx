import { Popover } from '@base-ui/react/popover';
import { Link2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Span } from '../../../core/model/span.ts';
import { type TagSet, tagById } from '../../../core/model/tag-set.ts';
import { linkSpans, possibleEnds, relationsOf } from '../../../core/operations/gestures/link-spans.ts';
import { performInArticle } from '../../app/perform.ts';
import { useApplication, useProject } from '../../app/use-application.ts';
import { FilteredListbox } from '../../ui/filtered-listbox.tsx';
import { TagSwatch } from '../../ui/tag-swatch.tsx';
import { spanName, spanWords, tagName } from '../span-name.ts';

/** So many ends are offered at once, the nearest first; the filter finds the others. */
const mostOptions = 100;

/** A button that opens the list of spans which the current one may be linked to. */
export function LinkPicker({ span }: { readonly span: Span }) {
  const app = useApplication();
  const [isOpen, setOpen] = useState(false);
  const choose = (id: string) => {
    setOpen(false);
    const { tagSet } = app.workbench.project.getState().project;
    performInArticle(app, (article, by) => {
      const other = article.spans.get(id);
      if (other === undefined)
        return { ok: false, reason: { code: 'missing', message: 'That annotation is gone.' } };
      return linkSpans(article, span, other, tagSet, by);
    });
  };
  return (
    <Popover.Root
      open={isOpen}
      onOpenChange={(open) => {
        // Links to far-away spans can be offered once those are in memory.
        if (open) void app.workbench.whenComplete().then(() => setOpen(true));
        else setOpen(false);
      }}
    >
      <Popover.Trigger className="button" data-kind="plain">
        <Link2 size={14} aria-hidden="true" />
        Link…
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className="link-positioner" sideOffset={6} align="end">
          <Popover.Popup className="link-popup" aria-label="Link annotation">
            <LinkOptions span={span} onChoose={choose} />
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
    const linked = new Set(relationsOf(open, span.id).flatMap(({ from, to }) => [from, to]));
    return possibleEnds(open, span, tagSet).filter(({ id }) => !linked.has(id));
  }, [open, span, tagSet]);
  const options = useMemo(() => {
    const sought = query.trim().toLowerCase();
    return ends
      .filter((end) => sought === '' || spanName(tagSet, end).toLowerCase().includes(sought))
      .slice(0, mostOptions)
      .map((end) => optionOf(tagSet, end));
  }, [ends, query, tagSet]);
  return (
    <FilteredListbox
      label="Link to"
      inputLabel="Filter annotations to link to"
      placeholder="Nearest first; type to filter"
      query={query}
      onQuery={setQuery}
      options={options}
      empty={
        ends.length === 0
          ? 'Nothing that this annotation can be linked to is tagged yet.'
          : 'Nothing matches.'
      }
      onChoose={onChoose}
    />
  );
}

function optionOf(tagSet: TagSet, end: Span) {
  const tag = tagById(tagSet, end.tag);
  return {
    id: end.id,
    content: (
      <>
        {tag === undefined ? null : <TagSwatch tag={tag} />}
        <span className="listbox-option-words">
          <span className="visually-hidden">{tagName(tagSet, end.tag)}: </span>
          <bdi>{spanWords(end)}</bdi>
        </span>
      </>
    ),
  };
}
