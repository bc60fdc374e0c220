import type { Span } from '../../core/model/span.ts';
import { type TagSet, tagById } from '../../core/model/tag-set.ts';
import type { ListboxOption } from '../ui/filtered-listbox.tsx';
import { TagSwatch } from '../ui/tag-swatch.tsx';
import { spanName, spanWords, tagName } from './span-name.ts';

/** So many annotations are offered at once; the filter finds the others. */
const mostOptions = 100;

/** The annotations whose names hold what is typed, as options of a listbox, named as in the list of annotations. */
export function spanOptions(tagSet: TagSet, spans: readonly Span[], query: string): ListboxOption[] {
  const sought = query.trim().toLowerCase();
  return spans
    .filter((span) => sought === '' || spanName(tagSet, span).toLowerCase().includes(sought))
    .slice(0, mostOptions)
    .map((span) => ({ id: span.id, content: <SpanOption tagSet={tagSet} span={span} /> }));
}

function SpanOption({ tagSet, span }: { readonly tagSet: TagSet; readonly span: Span }) {
  const tag = tagById(tagSet, span.tag);
  return (
    <>
      {tag === undefined ? null : <TagSwatch tag={tag} />}
      <span className="listbox-option-words">
        <span className="visually-hidden">{tagName(tagSet, span.tag)}: </span>
        <bdi>{spanWords(span)}</bdi>
      </span>
    </>
  );
}
