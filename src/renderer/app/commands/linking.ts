import { isSpeakerless } from '../../../core/model/known-attributes.ts';
import type { LinkPurpose } from '../../../core/operations/gestures/link-nearest.ts';
import { speakersOf, toggleNoSpeaker } from '../../../core/operations/gestures/set-no-speaker.ts';
import type { CommandImplementation } from '../command.ts';
import { currentSpanOf, performOnCurrent } from '../perform.ts';
import { canChangeSpan, canTag } from '../preconditions.ts';
import { claimHere } from '../proposals/make-claim.ts';
import { proposeLink } from '../proposals/propose-link.ts';

function linking(id: CommandImplementation['id'], purpose: LinkPurpose): CommandImplementation {
  return { id, enabled: canChangeSpan, run: (app) => proposeLink(app, purpose) };
}

export const implementations: readonly CommandImplementation[] = [
  { id: 'annotation.claimHere', enabled: canTag, run: (app, { alt }) => claimHere(app, alt, false) },
  linking('annotation.link', 'speaker'),
  linking('annotation.linkPlace', 'place'),
  linking('annotation.linkDate', 'date'),
  {
    id: 'annotation.noSpeaker',
    enabled: canChangeSpan,
    checked: (app) => {
      const span = currentSpanOf(app);
      return span !== undefined && isSpeakerless(span);
    },
    run: async (app) => {
      await app.workbench.whenComplete();
      const { tagSet } = app.workbench.project.getState().project;
      let unlinked = 0;
      const isChanged = performOnCurrent(app, (article, span, by) => {
        unlinked = isSpeakerless(span) ? 0 : speakersOf(article, span).length;
        return toggleNoSpeaker(article, span, tagSet, by);
      });
      if (isChanged && unlinked > 0) {
        app.notices.inform('The claim is marked as without a speaker; its link to one was removed.');
      }
    },
  },
];
