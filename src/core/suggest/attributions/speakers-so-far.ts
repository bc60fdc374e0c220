import { pronounKind } from '../../cast/pronouns.ts';
import type { Fragment } from '../../model/fragment.ts';
import { cuesIn } from '../../text/saying-words.ts';
import { speakerOfCue } from '../../text/speech-frame.ts';
import type { AttributionSuggestion } from '../suggestion.ts';

/** A paragraph that brings in the next is read so far from its end, in UTF-16 units. */
const longestLead = 300;

interface Found {
  readonly speaker: Fragment;
  readonly told: string;
  readonly confidence: number;
}

/**
 * Who has spoken before in an article, for quotations with nobody beside them and for pronouns. What it keeps is bounded: the last speaker, the last one
 * with a name, and the paragraph before.
 */
export class SpeakersSoFar {
  readonly #text: string;
  #last: { readonly speaker: Fragment; readonly end: number } | undefined;
  #named: Fragment | undefined;
  /** The end of the paragraph before, and who spoke last in it. */
  #before: { readonly paragraph: Fragment; readonly speaker: Fragment | undefined } | undefined;
  #spokeHere: Fragment | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** The proposal with a speaker from the words before it, or with what its pronoun stands for; to be called in text order. */
  completed(suggestion: AttributionSuggestion, paragraph: Fragment): AttributionSuggestion {
    const found =
      suggestion.rule === 'quotation' && suggestion.speaker === undefined && suggestion.cue === undefined
        ? this.#speakerOfLone(suggestion.claim, paragraph)
        : undefined;
    const complete =
      found === undefined
        ? suggestion
        : {
            ...suggestion,
            speaker: found.speaker,
            confidence: found.confidence,
            reason: ['quotation marks', `“${this.#words(found.speaker)}” ${found.told}`],
          };
    const { speaker, standsFor } = complete;
    if (speaker === undefined || standsFor !== undefined) return complete;
    const end = complete.claim.at(-1)?.end ?? 0;
    this.#last = { speaker, end };
    this.#spokeHere = speaker;
    const kind = pronounKind(this.#words(speaker));
    if (kind === undefined && /^\p{Lu}/u.test(this.#words(speaker))) this.#named = speaker;
    const named = this.#named;
    if (kind === undefined || named === undefined || named === speaker) return complete;
    return {
      ...complete,
      standsFor: named,
      reason: [...complete.reason, `“${this.#words(named)}” is the last with a name who spoke before`],
    };
  }

  endParagraph(paragraph: Fragment): void {
    this.#before = { paragraph, speaker: this.#spokeHere };
    this.#spokeHere = undefined;
  }

  /** Behind a dash, in the sentence before, in a paragraph that ends in a colon, or in the one before. */
  #speakerOfLone(claim: readonly Fragment[], paragraph: Fragment): Found | undefined {
    const [first] = claim;
    const end = claim.at(-1)?.end;
    if (first === undefined || end === undefined) return undefined;
    const behind = this.#text.slice(end, Math.min(paragraph.end, end + 80));
    const signed =
      /^\s*[-–—]\s*((?:\p{Lu}[\p{L}\p{M}.’'-]*)(?:\s+\p{Lu}[\p{L}\p{M}.’'-]*){0,4})\s*(?:$|[,(\n])/u.exec(
        behind,
      );
    if (signed !== null) {
      const start = end + signed[0].indexOf(signed[1] ?? '');
      return {
        speaker: { start, end: start + (signed[1] ?? '').length },
        told: 'stands behind it with a dash',
        confidence: 0.85,
      };
    }
    const lead = this.#text.slice(Math.max(paragraph.start, first.start - longestLead), first.start);
    if (/[\p{L}\p{N}]/u.test(lead)) {
      const isNext = /[.!?…]["”»’]?\s*$/u.test(lead) && this.#spokeHere !== undefined;
      const last = this.#last;
      return isNext && last !== undefined
        ? { speaker: last.speaker, told: 'speaks in the sentences before', confidence: 0.7 }
        : undefined;
    }
    return this.#speakerBefore(end, paragraph);
  }

  #speakerBefore(end: number, paragraph: Fragment): Found | undefined {
    const before = this.#before;
    if (before === undefined) return undefined;
    const from = Math.max(before.paragraph.start, before.paragraph.end - longestLead);
    const place = { start: from, end: before.paragraph.end };
    if (/:\s*$/u.test(this.#text.slice(from, place.end))) {
      const cue = cuesIn(this.#text, place).at(-1);
      const speaker = cue === undefined ? undefined : speakerOfCue(this.#text, cue, place);
      if (speaker !== undefined)
        return { speaker, told: 'brings it in, in the paragraph before', confidence: 0.85 };
    }
    const isAlone = !/[\p{L}\p{N}]/u.test(this.#text.slice(end, Math.min(paragraph.end, end + longestLead)));
    if (!isAlone || before.speaker === undefined) return undefined;
    return { speaker: before.speaker, told: 'speaks in the paragraph before', confidence: 0.65 };
  }

  #words({ start, end }: Fragment): string {
    return this.#text.slice(start, end);
  }
}
