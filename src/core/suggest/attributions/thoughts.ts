import type { Fragment } from '../../model/fragment.ts';
import type { AttributionSuggestion } from '../suggestion.ts';

/** “I think (that) …” within a quotation: what the speaker says of himself that he thinks is a claim inside his claim. */
const thought =
  /(?<![\p{L}’'])(I|we|We)\s+(?:(?:also|still|really|do|have always|always|just)\s+)?(think|thought|believe|believed|suspect|hope|guess|suppose)\s+(?:that\s+)?(?=(?:he|she|it|they|we|you|I|there|this|these|those|the|an?|his|her|its|their|our|my|every\p{L}*|people|some|most|no|in|\p{Lu})[\p{L}’']*\s)/gu;

/** A quotation holds no more of them than a person would look at. */
const mostThoughts = 8;

/** The thoughts within one quotation, each to the end of its sentence. Time grows with the length of the quotation. */
export function* thoughtsIn(text: string, outer: AttributionSuggestion): Generator<AttributionSuggestion> {
  let count = 0;
  for (const stretch of outer.claim) {
    const words = text.slice(stretch.start, stretch.end);
    for (const found of words.matchAll(thought)) {
      if (++count > mostThoughts) return;
      const [all, who = '', verb = ''] = found;
      const from = found.index + all.length;
      const length = (/^[^.!?]*/u.exec(words.slice(from, from + 600))?.[0] ?? '').replace(
        /[\s,"”“»]+$/u,
        '',
      ).length;
      if (length < 8) continue;
      const at = stretch.start + found.index;
      const speaker: Fragment = { start: at, end: at + who.length };
      const cueAt = at + all.lastIndexOf(verb, all.length);
      yield {
        rule: 'reported-speech',
        claim: [{ start: stretch.start + from, end: stretch.start + from + length }],
        form: 'indirect',
        speaker,
        cue: { start: cueAt, end: cueAt + verb.length },
        ...(outer.speaker !== undefined && { standsFor: outer.speaker }),
        confidence: 0.65,
        reason: [
          'a thought within a quotation',
          `“${verb}” beside it`,
          outer.speaker === undefined
            ? `“${who}” stands at that`
            : `“${who}” is “${text.slice(outer.speaker.start, outer.speaker.end)}”, who is quoted`,
        ],
      };
    }
  }
}
