import { analyse } from 'chardet';
import { type Alphabet, alphabets } from './alphabets.ts';
import { sampleOf } from './byte-sample.ts';
import { plausibilityOf } from './plausibility.ts';
import { decodeStrictly, encodingName } from './text-decoding.ts';

export interface EncodingGuess {
  /** WHATWG name, lower case. */
  readonly encoding: string;
  /** 0 to 1: how plausible the text is that it makes. */
  readonly confidence: number;
}

/** What chardet's full confidence adds to a plausibility (which is at most about 1): it decides between near equals, and no more. */
const chardetWeight = 0.15;

/**
 * The encoding of bytes that are neither UTF-8 nor UTF-16. Every candidate decodes a sample; its text is judged by the letters of the languages
 * that the encoding is for (`plausibilityOf`), and chardet's opinion is added. Undefined when no candidate can decode the sample.
 *
 * chardet alone counts byte trigrams and double-byte frequencies without looking at the text that comes out: it takes short
 * texts for the wrong script, and knows neither KOI8-U, IBM866, Mac OS Roman nor ISO-8859-15.
 */
export function guessEncoding(bytes: Uint8Array): EncodingGuess | undefined {
  const sample = sampleOf(bytes);
  const opinions = chardetOpinions(sample);
  let best: EncodingGuess | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const [encoding, languages] of candidates()) {
    const text = decodeStrictly(sample, encoding, true);
    if (text === undefined) continue;
    const plausibility = plausibilityOf(text, languages);
    const score = plausibility + chardetWeight * (opinions.get(encoding) ?? 0);
    if (score > bestScore) {
      bestScore = score;
      best = { encoding, confidence: Math.min(1, Math.max(0, score)) };
    }
  }
  return best;
}

/** Encoding → the alphabets written in it; the likelier encodings first, so that a tie goes to them. */
function candidates(): Map<string, Alphabet[]> {
  const byEncoding = new Map<string, Alphabet[]>();
  const ranks = Math.max(...alphabets.map(({ encodings }) => encodings.length));
  for (let rank = 0; rank < ranks; rank++) {
    for (const alphabet of alphabets) {
      const encoding = alphabet.encodings[rank];
      if (encoding === undefined || encodingName(encoding) === undefined) continue;
      byEncoding.set(encoding, [...(byEncoding.get(encoding) ?? []), alphabet]);
    }
  }
  return byEncoding;
}

/** chardet's confidence, 0 to 1, by WHATWG name. */
function chardetOpinions(sample: Uint8Array): Map<string, number> {
  const opinions = new Map<string, number>();
  for (const { name, confidence } of analyse(sample)) {
    const encoding = encodingName(name);
    if (encoding === undefined) continue;
    opinions.set(encoding, Math.max(opinions.get(encoding) ?? 0, confidence / 100));
  }
  return opinions;
}
