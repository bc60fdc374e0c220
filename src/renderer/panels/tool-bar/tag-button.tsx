import { Toolbar } from '@base-ui/react/toolbar';
import type { ComponentProps } from 'react';
import { workingKey } from '../../../core/model/tag-keys.ts';
import type { Tag } from '../../../core/model/tag-set.ts';
import { useProject } from '../../app/use-application.ts';
import { Hint } from '../../ui/hint.tsx';
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
  const key = useProject((state) => workingKey(state.project.tagSet, tag));
  const button = (
    <Toolbar.Button
      {...rest}
      className="tag-button"
      data-hot={hot || undefined}
      aria-keyshortcuts={key}
      aria-description={tag.guideline === '' ? undefined : tag.guideline}
    >
      <TagSwatch tag={tag} />
      <bdi className="tag-button-name">{tag.name}</bdi>
      {key === undefined ? null : <KeyCap>{key}</KeyCap>}
    </Toolbar.Button>
  );
  return <Hint words={tag.guideline}>{button}</Hint>;
}
