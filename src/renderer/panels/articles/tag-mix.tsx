import type { Tag } from '../../../core/model/tag-set.ts';
import { tagColour } from '../../ui/tag-colour.ts';

interface TagMixProps {
  readonly tags: readonly Tag[];
  /** Spans by tag id. */
  readonly counts: Readonly<Record<string, number>>;
}

/** How an article's annotations divide among the tags. The item's words say the number, so this is a picture only. */
export function TagMix({ tags, counts }: TagMixProps) {
  return (
    <span className="tag-mix" aria-hidden="true">
      {tags.map((tag) => {
        const number = counts[tag.id] ?? 0;
        return number === 0 ? null : (
          <span key={tag.id} className="tag-coloured" style={{ ...tagColour(tag), flexGrow: number }} />
        );
      })}
    </span>
  );
}
