import { Toolbar } from '@base-ui/react/toolbar';
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { t } from '../../../core/messages/translate.ts';
import { isMac } from '../../app/application.ts';
import { runCommand } from '../../app/command-registry.ts';
import { matchCommand } from '../../app/keys/match-command.ts';
import { chooseTag, retagCurrent } from '../../app/tag-text.ts';
import { useApplication, useFocusState, useInterface, useProject } from '../../app/use-application.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import { TagButton } from '../tool-bar/tag-button.tsx';
import { barSubject } from './bar-subject.ts';
import { ProposalBar } from './proposal-bar.tsx';
import { useBarPlace } from './use-bar-place.ts';
import { WholeAction } from './whole-action.tsx';
import './selection-bar.css';

/** A small bar beside the selection: the tags, or what can be done to the annotation that is selected. */
export function SelectionBar() {
  const app = useApplication();
  const tags = useProject((state) => state.project.tagSet.tags);
  const open = useProject((state) => state.open);
  const saving = useProject((state) => state.saving);
  const selection = useFocusState((state) => state.selection);
  const currentSpan = useFocusState((state) => state.currentSpan);
  const mode = useInterface((state) => state.selectionBar);
  const bar = useRef<HTMLDivElement>(null);
  const subject = useMemo(
    () => barSubject({ open, saving }, { selection, currentSpan }, mode),
    [open, saving, selection, currentSpan, mode],
  );
  useBarPlace(bar, subject);
  const isRetag = subject?.kind === 'retag';
  useEffect(() => {
    if (isRetag) bar.current?.querySelector<HTMLElement>('button:not([aria-disabled="true"])')?.focus();
  }, [isRetag]);
  if (subject === null) return <ProposalBar />;

  const { kind, span } = subject;
  const changes = kind !== 'selection';
  const back = () => app.textView.current?.focus();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape')
      app.interface.setState({ selectionBar: kind === 'retag' ? 'auto' : 'putAway' });
    else {
      const match = matchCommand(event.nativeEvent, true, isMac(app));
      if (match === undefined || !/^annotation\.(tag\d|delete|claimHere|guideline)$/.test(match.id)) return;
      void runCommand(app, match.id, { alt: match.alt });
    }
    event.preventDefault();
    back();
  };
  return (
    <Toolbar.Root
      ref={bar}
      className="selection-bar"
      aria-label={
        changes ? t('panels.selectionBar.changeAnnotation') : t('panels.selectionBar.annotateSelection')
      }
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.preventDefault()}
    >
      {changes ? <span className="selection-bar-words">{t('panels.selectionBar.changeTag')}</span> : null}
      {tags.map((tag) => (
        <TagButton
          key={tag.id}
          tag={tag}
          hot={changes && span?.tag === tag.id}
          onClick={(event) => {
            if (kind === 'span') retagCurrent(app, tag.id);
            else chooseTag(app, tag.id, event.altKey);
            back();
          }}
        />
      ))}
      {kind === 'selection' ? <WholeAction start={subject.start} end={subject.end} onDone={back} /> : null}
      {span === undefined ? null : (
        <>
          <span className="selection-bar-rule" />
          <Toolbar.Button
            className="tag-button"
            aria-keyshortcuts={changes ? 'Delete' : 'Plus'}
            onClick={() => {
              void runCommand(app, changes ? 'annotation.delete' : 'annotation.addFragment');
              back();
            }}
          >
            {changes ? t('panels.selectionBar.delete') : t('panels.selectionBar.addToAnnotation')}
            <KeyCap>{changes ? t('panels.selectionBar.del') : '+'}</KeyCap>
          </Toolbar.Button>
        </>
      )}
    </Toolbar.Root>
  );
}
