import { Toolbar } from '@base-ui/react/toolbar';
import { useMemo, useRef } from 'react';
import { t } from '../../../core/messages/translate.ts';
import { endOf, startOf } from '../../../core/model/span.ts';
import { runCommand } from '../../app/command-registry.ts';
import { livingProposal, type Proposal } from '../../app/proposals/proposal.ts';
import { acceptProposal, takeBackProposal } from '../../app/proposals/settle-proposal.ts';
import { useApplication, useFocusState, useInterface, useProject } from '../../app/use-application.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import { spanWords, tagName } from '../span-name.ts';
import { useBarPlace } from './use-bar-place.ts';

const commandOf = {
  speaker: { id: 'annotation.link', key: 'R', noun: t('panels.selectionBar.speaker') },
  place: { id: 'annotation.linkPlace', key: 'L', noun: 'Location' },
  date: { id: 'annotation.linkDate', key: 'D', noun: t('panels.selectionBar.date') },
} as const;

/** While a link waits to be settled, a bar beside the claim says what is linked and which keys keep, change or take it back. */
export function ProposalBar() {
  const open = useProject((state) => state.open);
  const history = useProject((state) => state.history);
  const selection = useFocusState((state) => state.selection);
  const currentSpan = useFocusState((state) => state.currentSpan);
  const proposal = livingProposal(
    useInterface((state) => state.proposal),
    { open, history },
    { currentSpan, selection },
  );
  return proposal === null ? null : <Bar proposal={proposal} />;
}

function Bar({ proposal }: { readonly proposal: Proposal }) {
  const app = useApplication();
  const bar = useRef<HTMLDivElement>(null);
  const span = useProject((state) => state.open?.spans.get(proposal.span));
  const linked = useProject((state) =>
    proposal.linked === null ? undefined : state.open?.spans.get(proposal.linked),
  );
  const text = useProject((state) => state.open?.body.text ?? '');
  const subject = useMemo(
    () => (span === undefined ? null : { start: startOf(span), end: endOf(span) }),
    [span],
  );
  useBarPlace(bar, subject);
  const { words } = proposal;
  const { id, key, noun } = commandOf[proposal.purpose];
  const tagSet = useProject((state) => state.project.tagSet);
  const name =
    linked !== undefined
      ? spanWords(linked)
      : words === null
        ? ''
        : text.slice(words.start, words.end).replace(/\s+/g, ' ');
  const act = (run: () => Promise<void>) => () => {
    run().catch(app.reportFault);
    app.textView.current?.focus();
  };
  const isOffer = words !== null;
  return (
    <Toolbar.Root
      ref={bar}
      className="selection-bar"
      aria-label={t('panels.selectionBar.proposedLink')}
      onPointerDown={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        act(() => takeBackProposal(app, proposal))();
      }}
    >
      <span className="proposal-words" aria-live="polite">
        {linked === undefined
          ? t('panels.selectionBar.tagAsNoun', { noun: noun.toLowerCase() })
          : `${tagName(tagSet, linked.tag)}:`}{' '}
        <b>
          <bdi>{name}</bdi>
        </b>
      </span>
      <Toolbar.Button
        className="tag-button"
        aria-keyshortcuts="Enter"
        onClick={act(() => acceptProposal(app, proposal))}
      >
        {isOffer ? t('panels.selectionBar.tagAndLink') : t('panels.selectionBar.keep')}
        <KeyCap>↵</KeyCap>
      </Toolbar.Button>
      <Toolbar.Button className="tag-button" aria-keyshortcuts={key} onClick={act(() => runCommand(app, id))}>
        {isOffer ? t('panels.selectionBar.another') : t('panels.selectionBar.next')}
        <KeyCap>{key}</KeyCap>
      </Toolbar.Button>
      <Toolbar.Button
        className="tag-button"
        aria-keyshortcuts="Escape"
        onClick={act(() => takeBackProposal(app, proposal))}
      >
        {isOffer ? t('panels.selectionBar.no') : t('panels.selectionBar.takeBack')}
        <KeyCap>{t('panels.selectionBar.esc')}</KeyCap>
      </Toolbar.Button>
    </Toolbar.Root>
  );
}
