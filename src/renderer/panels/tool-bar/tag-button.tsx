import { Toolbar } from '@base-ui/react/toolbar';
import type { ComponentProps } from 'react';
import type { Tag } from '../../../core/model/tag-set.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import { TagSwatch } from '../../ui/tag-swatch.tsx';
import './tool-bar.css';

interface TagButtonProps
  extends Omit<ComponentProps<typeof Toolbar.Button>, 'className' | 'style' | 'render'> {
  readonly tag: Tag;
  readonly hot?: boolean;
}

/** A tag as a button in a toolbar: its swatch, its name, its key. */
export function TagButton({ tag, hot = false, ...rest }: TagButtonProps) {
  return (
    <Toolbar.Button
      {...rest}
      className="tag-button"
      title={tag.guideline}
      data-hot={hot || undefined}
      aria-keyshortcuts={tag.key === '' ? undefined : tag.key}
    >
      <TagSwatch tag={tag} />
      {tag.name}
      {tag.key === '' ? null : <KeyCap>{tag.key}</KeyCap>}
    </Toolbar.Button>
  );
}
