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
const chardetWeight = 0.05;

/**
 * What windows-1252 is given in advance, the less the more bytes are beyond ASCII. Where they are fewer than one in a hundred the text is all but
 * certainly English with quotation marks and a few foreign names, which speak for no language.
 */
const westernBonus = 0.5;
const westernShare = 0.01;

/** A candidate below this makes noise. */
const leastPlausible = 0.1;

const fallback: EncodingGuess = { encoding: 'windows-1252', confidence: 0 };

/** Taken off by the place of an encoding among the candidates: between two that make equally good text, the commoner is the likelier. */
const rarity = 0.001;

/**
 * The encoding of bytes that are neither UTF-8 nor UTF-16. Every candidate decodes a sample; its text is judged by the letters of the languages
 * that the encoding is for (`plausibilityOf`), and chardet's opinion is added. When none makes
 * text (a code page that no browser knows), windows-1252 with confidence 0: it can decode anything and leaves ASCII readable.
 *
 * chardet alone counts byte trigrams and double-byte frequencies without looking at the text that comes out: it takes short
 * texts for the wrong script, and knows neither KOI8-U, IBM866, Mac OS Roman nor ISO-8859-15.
 */
export function guessEncoding(bytes: Uint8Array): EncodingGuess {
  const sample = sampleOf(bytes);
  const opinions = chardetOpinions(sample);
  const share = highShare(bytes);
  let best = fallback;
  let bestScore = leastPlausible;
  let rank = 0;
  for (const [encoding, languages] of candidates()) {
    rank += 1;
    const text = decodeStrictly(sample, encoding, true);
    if (text === undefined) continue;
    const bonus = encoding === 'windows-1252' ? westernBonus * Math.max(0, 1 - share / westernShare) : 0;
    const opinion = chardetWeight * (opinions.get(encoding) ?? 0);
    const score = plausibilityOf(text, languages) + opinion + bonus - rarity * rank;
    if (score > bestScore) {
      bestScore = score;
      best = { encoding, confidence: Math.min(1, score) };
    }
  }
  return best;
}

/** The share of bytes beyond ASCII. */
function highShare(bytes: Uint8Array): number {
  let high = 0;
  for (const byte of bytes) if (byte >= 0x80) high += 1;
  return high / bytes.length;
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
