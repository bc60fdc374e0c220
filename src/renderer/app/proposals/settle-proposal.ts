import { articleAfter } from '../../../core/operations/article-after.ts';
import { linkRole } from '../../../core/operations/gestures/link-nearest.ts';
import { taggedSpeakerChanges } from '../../../core/operations/gestures/propose-speaker.ts';
import { type Change, operationOf } from '../../../core/operations/operation.ts';
import type { Application } from '../application.ts';
import { authorshipNow } from '../perform.ts';
import { livingProposal, type Proposal } from './proposal.ts';

/** The proposal that waits for an answer, if nothing was done since. */
export function proposalOf(app: Application): Proposal | null {
  return livingProposal(
    app.interface.getState().proposal,
    app.workbench.project.getState(),
    app.workbench.focus.getState(),
  );
}

/** Enter: what is linked stays; words that are offered are tagged and linked, in one step with the claim that they were offered for. */
export async function acceptProposal(app: Application, proposal: Proposal): Promise<void> {
  if (proposal.words === null) {
    dropProposal(app);
    return;
  }
  await withdraw(app, proposal);
  const { open, project } = app.workbench.project.getState();
  if (open === null) return;
  const article = articleAfter(open, proposal.base);
  const span = article.spans.get(proposal.span);
  const role = span === undefined ? undefined : linkRole(project.tagSet, span.tag, proposal.purpose);
  if (span === undefined || role === undefined) return;
  const made = taggedSpeakerChanges(article, span, proposal.words, role, project.tagSet, authorshipNow(app));
  commitProposed(app, proposal, [...proposal.base, ...made], 'tag and link speaker');
  dropProposal(app);
}

/** Escape: everything is as it was before the key was pressed; a claim that was made with its speaker stays without him. */
export async function takeBackProposal(app: Application, proposal: Proposal): Promise<void> {
  dropProposal(app);
  if (proposal.linked === null) return;
  await withdraw(app, proposal);
  if (proposal.base.length > 0) commitProposed(app, proposal, proposal.base, proposal.baseLabel);
  app.workbench.setCurrentSpan(proposal.span);
}

export function dropProposal(app: Application): void {
  app.interface.setState({ proposal: null });
}

/** Undoes the step of a proposal, so that what comes in its place is one step again. */
export async function withdraw(app: Application, proposal: Proposal): Promise<void> {
  if (proposal.step !== null) await app.workbench.undo();
}

/** Commits changes for the proposal's span, which is current afterwards, the caret where it was. @returns the step, or null when nothing was made. */
export function commitProposed(
  app: Application,
  { span, selection }: Pick<Proposal, 'span' | 'selection'>,
  changes: readonly Change[],
  label: string,
): number | null {
  if (changes.length === 0) return null;
  const isMade = app.workbench.commit(operationOf(changes), label);
  app.workbench.setCurrentSpan(span);
  app.workbench.select(selection);
  return isMade ? (app.workbench.project.getState().history.undo.at(-1)?.seq ?? null) : null;
}
