import { Toolbar } from '@base-ui/react/toolbar';
import { useMemo } from 'react';
import { t } from '../../../core/messages/translate.ts';
import { claimHere, wholeAction } from '../../app/proposals/make-claim.ts';
import { useApplication, useProject } from '../../app/use-application.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import { spanWords } from '../span-name.ts';

interface WholeActionProps {
  /** The selection, UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly onDone: () => void;
}

/** The most likely whole action for a selection: the claim with its speaker, in one step. Nothing where no speaker suggests himself. */
export function WholeAction({ start, end, onDone }: WholeActionProps) {
  const app = useApplication();
  const open = useProject((state) => state.open);
  const tagSet = useProject((state) => state.project.tagSet);
  const action = useMemo(
    () => (open === null || tagSet === null ? undefined : wholeAction(app, { start, end })),
    [app, open, tagSet, start, end],
  );
  if (action === undefined) return null;
  const { plan, speaker } = action;
  const name =
    speaker.kind === 'span'
      ? spanWords(speaker.span)
      : (open?.body.text.slice(speaker.words.start, speaker.words.end).replace(/\s+/g, ' ') ?? '');
  return (
    <>
      <span className="selection-bar-rule" />
      <Toolbar.Button
        className="tag-button whole-action"
        aria-keyshortcuts="Enter"
        onClick={() => {
          claimHere(app, false, true).catch(app.reportFault);
          onDone();
        }}
      >
        {t('panels.selectionBar.nameBy', { name: plan.tag.name })} <bdi>{name}</bdi>
        <KeyCap>↵</KeyCap>
      </Toolbar.Button>
    </>
  );
}
