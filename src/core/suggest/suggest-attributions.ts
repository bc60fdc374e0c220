import type { Block } from '../model/block.ts';
import type { Fragment } from '../model/fragment.ts';
import { paragraphsOf } from '../text/paragraphs.ts';
import { quotationsOf } from '../text/quotations.ts';
import { type ReportedSpeech, reportedSpeechIn } from '../text/reported-speech.ts';
import { sentenceAt } from '../text/sentences.ts';
import { speechFrame } from '../text/speech-frame.ts';
import { isSpokenQuotation } from '../text/statements.ts';
import type { AttributionSuggestion, Reason } from './suggestion.ts';

/**
 * What is said in a text, by whom: quotations and reported speech, paragraph by paragraph in text order. Time and memory grow with the text alone.
 */
export function* suggestAttributions(
  text: string,
  blocks: readonly Block[],
): Generator<AttributionSuggestion> {
  for (const paragraph of paragraphsOf(blocks)) {
    const { start } = paragraph;
    const quotations = quotationsOf(text, blocks, paragraph).filter(
      // One that began in a paragraph before this was proposed there.
      ({ fragments, within, isNested }) =>
        !isNested && (fragments[0]?.start ?? 0) >= start && isSpokenQuotation(text, fragments, within),
    );
    const quoted = quotations.map(({ fragments, within }): AttributionSuggestion => {
      const frame = speechFrame(text, fragments, within);
      return {
        rule: 'quotation',
        claim: fragments,
        form: 'direct',
        ...frame,
        ...weighed(text, 'quotation marks', frame, frame.speaker === undefined ? 0.6 : 0.9),
      };
    });
    const reported: AttributionSuggestion[] = [];
    for (const report of reportsIn(text, paragraph)) {
      const taken = quoted.find(({ claim }) =>
        claim.some((stretch) => overlaps(stretch, report.cue) || overlaps(stretch, report.claim)),
      );
      if (taken === undefined) reported.push(ofReport(text, report));
      else if (report.isMixed && taken.speaker === undefined) {
        // Words in inverted commas within what somebody reports are part of that.
        reported.push(ofReport(text, report));
        quoted.splice(quoted.indexOf(taken), 1);
      }
    }
    yield* [...quoted, ...reported].sort((a, b) => (a.claim[0]?.start ?? 0) - (b.claim[0]?.start ?? 0));
  }
}

function* reportsIn(text: string, paragraph: Fragment): Generator<ReportedSpeech> {
  for (let at = paragraph.start; at < paragraph.end; ) {
    const sentence = sentenceAt(text, at, paragraph);
    yield* reportedSpeechIn(text, sentence);
    at = Math.max(sentence.end, at + 1);
    while (at < paragraph.end && /\s/u.test(text.charAt(at))) at += 1;
  }
}

function ofReport(text: string, { claim, cue, speaker, isMixed }: ReportedSpeech): AttributionSuggestion {
  const hasThat =
    /^\W*that\b/i.test(text.slice(cue.end, claim.start + 5)) ||
    /\bthat\s*$/i.test(text.slice(cue.end, claim.start));
  const told = hasThat
    ? 'reported with “that”'
    : claim.start < cue.start
      ? 'the words of saying behind it'
      : 'reported speech';
  return {
    rule: 'reported-speech',
    claim: [claim],
    form: isMixed ? (isQuotation(text, claim) ? 'direct' : 'mixed') : 'indirect',
    cue,
    speaker,
    ...weighed(text, told, { cue, speaker }, speaker === undefined ? 0.45 : hasThat ? 0.85 : 0.7),
  };
}

/** True when all of it stands between one pair of marks. */
function isQuotation(text: string, { start, end }: Fragment): boolean {
  const words = text.slice(start, end);
  return /^[“"„«][^“”"„«»]*[”“"»][.,]?$/u.test(words);
}

function weighed(
  text: string,
  told: string,
  { cue, speaker }: { readonly cue: Fragment | undefined; readonly speaker: Fragment | undefined },
  confidence: number,
): { readonly reason: Reason; readonly confidence: number } {
  const words = ({ start, end }: Fragment) => `“${text.slice(start, end)}”`;
  return {
    confidence,
    reason: [
      told,
      cue === undefined ? 'no word of saying beside it' : `${words(cue)} beside it`,
      speaker === undefined ? 'nobody is named' : `${words(speaker)} stands at that`,
    ],
  };
}

function overlaps(a: Fragment, b: Fragment): boolean {
  return a.start < b.end && b.start < a.end;
}
