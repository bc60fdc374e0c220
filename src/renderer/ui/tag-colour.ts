import type { CSSProperties } from 'react';
import type { Tag } from '../../core/model/tag-set.ts';

/** The custom properties from which `.tag-coloured` derives `--tag` for the theme in force. Set through the style object model. */
export function tagColour(tag: Tag): CSSProperties {
  return { '--tag-light': tag.colour.light, '--tag-dark': tag.colour.dark } as CSSProperties;
}
