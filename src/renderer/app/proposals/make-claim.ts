import type { Fragment } from '../../../core/model/fragment.ts';
import { startOf } from '../../../core/model/span.ts';
import { articleAfter } from '../../../core/operations/article-after.ts';
import { linkRole, nearestLinkChanges } from '../../../core/operations/gestures/link-nearest.ts';
import { claimChanges } from '../../../core/operations/gestures/make-claim.ts';
import { type ClaimPlan, planClaim } from '../../../core/operations/gestures/plan-claim.ts';
import {
  proposedSpeaker,
  type SpeakerProposal,
  taggedSpeakerChanges,
} from '../../../core/operations/gestures/propose-speaker.ts';
import type { Change } from '../../../core/operations/operation.ts';
import type { Application } from '../application.ts';
import { authorshipNow } from '../perform.ts';
import { orderedSelection } from '../tag-text.ts';
import { commitProposed } from './settle-proposal.ts';

const claimLabel = 'tag claim as it is spoken';

/**
 * Makes the claim at the caret, or of the selection, with all its fragments. A speaker who is tagged beside it is linked in the same step, words that are not
 * tagged are offered; `withWords` takes them at once.
 */
export async function claimHere(app: Application, exactly: boolean, withWords: boolean): Promise<void> {
  await app.workbench.whenComplete();
  const { open, project } = app.workbench.project.getState();
  if (open === null) return;
  const { tagSet } = project;
  const selection = orderedSelection(app);
  const plan = planClaim(open, tagSet, selection, app.settings.current.snapToWords && !exactly);
  if (!plan.ok) {
    app.notices.inform(plan.reason.message);
    if (plan.reason.span !== undefined) app.workbench.setCurrentSpan(plan.reason.span);
    return;
  }
  const by = authorshipNow(app);
  const { claim, changes: base } = claimChanges(open, plan.value, tagSet, by);
  const article = articleAfter(open, base);
  const role = linkRole(tagSet, claim.tag, 'speaker');
  const speaker =
    role === undefined ? undefined : proposedSpeaker(article, claim, plan.value.speaker, role, tagSet);
  const linked = speaker?.kind === 'span' ? speaker.span : null;
  const words = speaker?.kind === 'words' ? speaker.words : null;
  const links: Change[] = [];
  if (role !== undefined && linked !== null)
    links.push(...nearestLinkChanges(article, claim, linked, role, by));
  if (role !== undefined && words !== null && withWords) {
    links.push(...taggedSpeakerChanges(article, claim, words, role, tagSet, by));
  }
  const caret = caretAfter(selection, plan.value, startOf(claim));
  const isSelection = selection.start !== selection.end;
  const step = commitProposed(
    app,
    {
      span: claim.id,
      selection: isSelection ? { anchor: caret, focus: caret } : app.workbench.focus.getState().selection,
    },
    [...base, ...links],
    links.length > 0 ? 'tag claim and speaker' : claimLabel,
  );
  const isOffered = words !== null && !withWords;
  if (step === null || speaker === undefined || (words !== null && !isOffered)) {
    app.interface.setState({ proposal: null });
    return;
  }
  app.interface.setState({
    proposal: {
      article: article.record.id,
      span: claim.id,
      purpose: 'speaker',
      linked: linked?.id ?? null,
      words: isOffered ? words : null,
      rank: -1,
      base,
      baseLabel: claimLabel,
      step,
      top: step,
      selection: app.workbench.focus.getState().selection,
    },
  });
}

/** As after tagging, the caret stands behind a claim that was selected. */
function caretAfter(selection: Fragment, { fragments }: ClaimPlan, start: number): number {
  return selection.start === selection.end ? start : (fragments.at(-1)?.end ?? start);
}

/** The claim and speaker that the selection most likely means; undefined when no speaker suggests himself. */
export function wholeAction(
  app: Application,
  selection: Fragment,
): { readonly plan: ClaimPlan; readonly speaker: SpeakerProposal } | undefined {
  const { open, project } = app.workbench.project.getState();
  if (open === null || selection.start === selection.end) return undefined;
  const { tagSet } = project;
  const plan = planClaim(open, tagSet, selection, app.settings.current.snapToWords);
  if (!plan.ok) return undefined;
  // Ids do not matter: nothing of this is kept.
  const { claim, changes } = claimChanges(open, plan.value, tagSet, authorshipNow(app));
  const role = linkRole(tagSet, claim.tag, 'speaker');
  const { speaker: words } = plan.value;
  const speaker =
    role === undefined ? undefined : proposedSpeaker(articleAfter(open, changes), claim, words, role, tagSet);
  return speaker === undefined ? undefined : { plan: plan.value, speaker };
}
