import { Toolbar } from '@base-ui/react/toolbar';
import { PenLine } from 'lucide-react';
import { t } from '../../../core/messages/translate.ts';
import { runCommand } from '../../app/command-registry.ts';
import { currentSpanOf } from '../../app/perform.ts';
import { chooseTag } from '../../app/tag-text.ts';
import { useApplication, useFocusState, useProject } from '../../app/use-application.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { TagButton } from './tag-button.tsx';

/** The tags. With the pen out the pressed one is what the next selections become; without it, the tag of the current annotation stands out. */
export function ToolBar() {
  const app = useApplication();
  const tags = useProject((state) => state.project.tagSet.tags);
  const canTag = useProject((state) => state.open !== null && state.saving.kind !== 'readOnly');
  const pen = useFocusState((state) => state.pen);
  const currentSpan = useFocusState((state) => state.currentSpan);
  const currentTag = useProject((state) =>
    currentSpan === null ? undefined : state.open?.spans.get(currentSpan)?.tag,
  );
  const hot = pen ?? (currentSpanOf(app) === undefined ? undefined : currentTag);
  return (
    <div className="tool-bar">
      <Toolbar.Root aria-label={t('panels.toolBar.tags')} className="tag-toolbar">
        {tags.map((tag) => (
          <TagButton
            key={tag.id}
            tag={tag}
            hot={hot === tag.id}
            disabled={!canTag}
            {...(pen === null ? {} : { 'aria-pressed': pen === tag.id })}
            onPointerDown={keepFocusInText}
            onClick={(event) => {
              chooseTag(app, tag.id, event.altKey);
              // A press on the keyboard has no detail; then the focus stays where it was put.
              if (event.detail > 0) app.textView.current?.focus();
            }}
          />
        ))}
      </Toolbar.Root>
      <IconButton
        icon={PenLine}
        label={t('panels.toolBar.tagFirstThenSelect')}
        aria-keyshortcuts="P"
        aria-pressed={pen !== null}
        disabled={!canTag}
        onClick={() => void runCommand(app, 'annotation.pen')}
      />
    </div>
  );
}

/** A press of the mouse on a tag leaves the selection in the text as it is. */
function keepFocusInText(event: { preventDefault(): void }): void {
  event.preventDefault();
}
