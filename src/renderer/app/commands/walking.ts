import type { Fragment } from '../../../core/model/fragment.ts';
import { endOf, type Span, startOf } from '../../../core/model/span.ts';
import { relationTypeById, saysType } from '../../../core/operations/gestures/relation-ends.ts';
import { statementsAfter } from '../../../core/text/statements.ts';
import type { Application } from '../application.ts';
import type { CommandImplementation } from '../command.ts';
import { currentSpanOf } from '../perform.ts';
import { canTag, hasArticle, hasSpan } from '../preconditions.ts';
import { claimHere, wholeAction } from '../proposals/make-claim.ts';
import { acceptProposal, proposalOf } from '../proposals/settle-proposal.ts';
import { acceptReviewed, reviewedSuggestion } from '../suggestions/review.ts';
import { orderedSelection } from '../tag-text.ts';
import { neighbourSpan, nextAtCaret, showSpan } from '../walk-spans.ts';

async function walk(app: Application, direction: 1 | -1): Promise<void> {
  await app.workbench.whenComplete();
  const { open } = app.workbench.project.getState();
  if (open === null) return;
  const caret = app.workbench.focus.getState().selection.focus;
  const current = currentSpanOf(app);
  // Who has moved the caret away goes on from there.
  const isThere = current !== undefined && startOf(current) <= caret && caret <= endOf(current);
  const span = neighbourSpan(open, isThere ? current : undefined, caret, direction);
  if (span !== undefined) showSpan(app, span);
  else if (open.spans.size === 0) app.notices.inform('Nothing is tagged in this article yet.');
  else app.notices.inform(direction === 1 ? 'This is the last annotation.' : 'This is the first annotation.');
}

/** Puts the caret where the next thing is said that no claim covers yet, so that one key makes the claim. */
async function goToNextStatement(app: Application): Promise<void> {
  await app.workbench.whenComplete();
  const { open, project } = app.workbench.project.getState();
  if (open === null) return;
  const { text, blocks } = open.body;
  const claimTags = relationTypeById(project.tagSet, saysType)?.to ?? ['claim'];
  const isClaimed = ({ start, end }: Fragment) =>
    open.spans
      .touching(start, end)
      .some((span) => claimTags.includes(span.tag) && meets(span, { start, end }));
  const caret = app.workbench.focus.getState().selection.focus;
  for (const { fragments } of statementsAfter(text, blocks, caret)) {
    const [first] = fragments;
    if (first === undefined || fragments.some(isClaimed)) continue;
    app.workbench.select({ anchor: first.start, focus: first.start });
    app.workbench.setCurrentSpan(null);
    app.textView.current?.revealSelection();
    return;
  }
  app.notices.inform('Nothing more is quoted or reported without a claim from here to the end.');
}

function meets({ fragments }: Span, { start, end }: Fragment): boolean {
  return fragments.some((fragment) => fragment.start < end && start < fragment.end);
}

export const implementations: readonly CommandImplementation[] = [
  { id: 'annotation.next', enabled: hasArticle, run: (app) => walk(app, 1) },
  { id: 'annotation.previous', enabled: hasArticle, run: (app) => walk(app, -1) },
  {
    id: 'annotation.atCaret',
    enabled: hasArticle,
    run: async (app) => {
      if (canTag(app) && reviewedSuggestion(app) !== null) return acceptReviewed(app);
      const proposal = proposalOf(app);
      if (proposal !== null) return acceptProposal(app, proposal);
      const selection = orderedSelection(app);
      if (canTag(app) && wholeAction(app, selection) !== undefined) return claimHere(app, false, true);
      const { open } = app.workbench.project.getState();
      if (open === null) return;
      const caret = app.workbench.focus.getState().selection.focus;
      const span = nextAtCaret(open, caret, currentSpanOf(app));
      if (span !== undefined) app.workbench.setCurrentSpan(span.id);
    },
  },
  { id: 'go.nextQuote', enabled: hasArticle, run: goToNextStatement },
  {
    id: 'annotation.selectText',
    enabled: hasSpan,
    run: (app) => {
      const span = currentSpanOf(app);
      if (span === undefined) return;
      app.workbench.select({ anchor: startOf(span), focus: endOf(span) });
      app.workbench.setCurrentSpan(span.id);
      app.textView.current?.revealSelection();
    },
  },
];
