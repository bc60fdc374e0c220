import type { Tag } from '../../core/model/tag-set.ts';
import { tagColour } from './tag-colour.ts';
import './tag-swatch.css';

export function TagSwatch({ tag }: { readonly tag: Tag }) {
  return (
    <span
      className="tag-swatch tag-coloured"
      data-mark={tag.mark}
      style={tagColour(tag)}
      aria-hidden="true"
    />
  );
}
