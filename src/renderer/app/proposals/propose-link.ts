import type { Fragment } from '../../../core/model/fragment.ts';
import type { Span } from '../../../core/model/span.ts';
import { articleAfter } from '../../../core/operations/article-after.ts';
import {
  type LinkPurpose,
  type LinkRole,
  linkRole,
  nearestEnds,
  nearestLinkChanges,
} from '../../../core/operations/gestures/link-nearest.ts';
import { gapBetween } from '../../../core/operations/gestures/nearest-spans.ts';
import { nearDistance, speakerWordsBeside } from '../../../core/operations/gestures/propose-speaker.ts';
import type { ArticleState } from '../../../core/operations/project-state.ts';
import type { Application } from '../application.ts';
import { authorshipNow, currentSpanOf } from '../perform.ts';
import type { Proposal } from './proposal.ts';
import { commitProposed, proposalOf, withdraw } from './settle-proposal.ts';

const nouns: Readonly<Record<LinkPurpose, { readonly one: string; readonly wanted: string }>> = {
  speaker: { one: 'speaker', wanted: 'Select a claim or a speaker first.' },
  place: { one: 'place', wanted: 'Select a claim or a location first.' },
  date: { one: 'date', wanted: 'Select a claim or a date first.' },
};

/** What a press of the key comes to. */
type Choice =
  | { readonly kind: 'span'; readonly span: Span }
  | { readonly kind: 'words'; readonly words: Fragment };

/**
 * Links the current span with the nearest of those that the purpose asks for; pressed again, with the next nearest in its place. Whatever the number of
 * presses, it is one step to undo: each press takes back the one before.
 */
export async function proposeLink(app: Application, purpose: LinkPurpose): Promise<void> {
  await app.workbench.whenComplete();
  const pending = proposalOf(app);
  const before = pending?.purpose === purpose ? pending : null;
  const span = currentSpanOf(app);
  const { tagSet } = app.workbench.project.getState().project;
  const role = span === undefined ? undefined : linkRole(tagSet, span.tag, purpose);
  if (span === undefined || role === undefined) {
    app.notices.inform(nouns[purpose].wanted);
    return;
  }
  if (before !== null) await withdraw(app, before);
  const { open } = app.workbench.project.getState();
  if (open === null) return;
  const base = before?.base ?? [];
  const article = articleAfter(open, base);
  const origin = article.spans.get(span.id) ?? span;
  const rank = (before?.rank ?? -1) + 1;
  const choices = choicesFor(article, origin, role, before?.words ?? null);
  const choice = choices[rank % Math.max(choices.length, 1)];
  const links =
    choice?.kind === 'span' ? nearestLinkChanges(article, origin, choice.span, role, authorshipNow(app)) : [];
  const selection = before?.selection ?? app.workbench.focus.getState().selection;
  const step = commitProposed(
    app,
    { span: span.id, selection },
    [...base, ...links],
    `link ${nouns[purpose].one}`,
  );
  if (choice === undefined) {
    app.interface.setState({ proposal: null });
    app.notices.inform(nothingFor(article, origin, role, purpose));
    return;
  }
  const proposal: Proposal = {
    article: article.record.id,
    span: span.id,
    purpose,
    linked: choice.kind === 'span' ? choice.span.id : null,
    words: choice.kind === 'words' ? choice.words : null,
    rank,
    base,
    baseLabel: before?.baseLabel ?? '',
    step,
    top: app.workbench.project.getState().history.undo.at(-1)?.seq ?? null,
    selection: app.workbench.focus.getState().selection,
  };
  app.interface.setState({ proposal });
}

/** What the key goes through: those who are tagged near, the likely words where they are not tagged yet, then those far away. */
function choicesFor(article: ArticleState, span: Span, role: LinkRole, offered: Fragment | null): Choice[] {
  const ends = nearestEnds(article, span, role);
  const choices = ends.map((end): Choice => ({ kind: 'span', span: end }));
  if (role.type.id !== 'says' || role.end !== 'to') return choices;
  const words = offered ?? speakerWordsBeside(article, span);
  const isTagged = (stretch: Fragment) =>
    article.spans.touching(stretch.start, stretch.end).some(({ tag }) => role.type.from.includes(tag));
  if (words === undefined || isTagged(words)) return choices;
  const far = ends.findIndex((end) => gapBetween(end, span) > nearDistance);
  return choices.toSpliced(far === -1 ? choices.length : far, 0, { kind: 'words', words });
}

function nothingFor(article: ArticleState, span: Span, role: LinkRole, purpose: LinkPurpose): string {
  const isClaimInHand = !(purpose === 'speaker' && role.end === 'from');
  const one = isClaimInHand ? nouns[purpose].one : 'claim';
  const hasOne = [...article.relations.values()].some(
    (relation) => relation.type === role.type.id && relation[role.end] === span.id,
  );
  return hasOne ? `No other ${one} is tagged in this article.` : `No ${one} is tagged in this article yet.`;
}
