import type { Block } from '../model/block.ts';
import type { Fragment } from '../model/fragment.ts';
import { paragraphsOf } from '../text/paragraphs.ts';
import { quotationsOf } from '../text/quotations.ts';
import { type ReportedSpeech, reportedSpeechIn } from '../text/reported-speech.ts';
import { sentenceAt } from '../text/sentences.ts';
import { speechFrame } from '../text/speech-frame.ts';
import { isSpokenQuotation } from '../text/statements.ts';
import { headlineIn } from './attributions/headline.ts';
import { SpeakersSoFar } from './attributions/speakers-so-far.ts';
import { thoughtsIn } from './attributions/thoughts.ts';
import type { AttributionSuggestion, Reason } from './suggestion.ts';

/**
 * What is said in a text, by whom: quotations and reported speech, paragraph by paragraph in text order. Time and memory grow with the text alone.
 */
export function* suggestAttributions(
  text: string,
  blocks: readonly Block[],
): Generator<AttributionSuggestion> {
  const spoken = new SpeakersSoFar(text);
  for (const paragraph of paragraphsOf(blocks)) {
    const { start } = paragraph;
    const headline = headlineIn(text, blocks, paragraph);
    if (headline !== undefined) {
      yield headline;
      continue;
    }
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
        ...weighed(
          text,
          'quotation marks',
          frame,
          frame.speaker !== undefined ? 0.9 : isSentence(text, fragments, paragraph) ? 0.6 : 0.5,
        ),
      };
    });
    const reported: AttributionSuggestion[] = [];
    for (const report of reportsIn(text, paragraph)) {
      if (holdsQuotations(text, report)) {
        // Words in inverted commas within what somebody reports are part of that.
        const { claim } = report;
        const others = quoted.filter(
          ({ claim: words }) => !words.every((stretch) => contains(claim, stretch)),
        );
        quoted.splice(0, quoted.length, ...others);
      }
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
    const found = [...quoted, ...reported, ...quoted.flatMap((outer) => [...thoughtsIn(text, outer)])];
    found.sort((a, b) => (a.claim[0]?.start ?? 0) - (b.claim[0]?.start ?? 0));
    for (const suggestion of found) yield spoken.completed(suggestion, paragraph);
    spoken.endParagraph(paragraph);
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

/** A quotation that nobody is said to speak is one where it begins its paragraph, or ends as a sentence does; else it is a title or a few words of somebody's. */
function isSentence(text: string, fragments: readonly Fragment[], paragraph: Fragment): boolean {
  const [first] = fragments;
  const last = fragments.at(-1);
  if (first === undefined || last === undefined) return false;
  return first.start <= paragraph.start || /[.,!?…]/u.test(text.charAt(last.end - 2));
}

/** True when a report has words of its own before what is quoted in it: “said that on Monday he ‘walked in’”. */
function holdsQuotations(text: string, { claim, isMixed }: ReportedSpeech): boolean {
  if (!isMixed) return false;
  const [before = ''] = text.slice(claim.start, claim.end).split(/["“„«]/u);
  return !/[:,]\s*$/u.test(before) && before.trim().split(/\s+/).length >= 3;
}

function contains(outer: Fragment, inner: Fragment): boolean {
  return outer.start <= inner.start && inner.end <= outer.end + 1;
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
