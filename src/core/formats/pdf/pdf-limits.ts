import { Unzlib } from 'fflate';

/** All that is packed in a document, pictures aside, unpacks to at most so many bytes. */
const largestUnpacked = 256 * 1024 * 1024;
/** Of objects that are packed together so many bytes are looked through. */
const largestObjects = 64 * 1024 * 1024;
const stepBytes = 64 * 1024;
/** How far before a stream its dictionary is looked for, in bytes. */
const dictionaryBytes = 1024;
/** Characters of a font have numbers up to 65,535; ranges beyond this one were made to fill the memory. */
const largestRange = 1_000_000;

/**
 * True when what is packed in a document would fill the memory. Streams are found by their keywords and unpacked piece by piece, to be counted and
 * not kept; pictures are never unpacked when text is read, so they may be as large as they like.
 */
export function unpacksTooLarge(bytes: Uint8Array): boolean {
  let left = largestUnpacked;
  for (const { own, packed } of streamsIn(bytes)) {
    if (!own.includes('Flate') || own.includes('/Image') || (packed[0] ?? 0) % 16 !== 8) continue;
    left -= unpack(packed, left);
    if (left < 0) return true;
  }
  return false;
}

/**
 * True when the widths of a font’s characters (PDF 32000-1, 9.7.4.3) are given for a range without end: the library makes a list of it. They stand in the objects
 * between streams, or in streams of objects.
 */
export function hasEndlessRange(bytes: Uint8Array): boolean {
  let at = 0;
  for (const { start, end, own, packed } of streamsIn(bytes)) {
    if (isEndless(bytes.subarray(at, start))) return true;
    at = end;
    if (!own.includes('/ObjStm')) continue;
    const pieces: Uint8Array[] = [];
    if (own.includes('Flate')) unpack(packed, largestObjects, (piece) => pieces.push(piece));
    else pieces.push(packed);
    // A range that lies across two pieces is found in neither; they are large.
    if (pieces.some(isEndless)) return true;
  }
  return isEndless(bytes.subarray(at));
}

function isEndless(bytes: Uint8Array): boolean {
  const text = new TextDecoder('latin1').decode(bytes);
  for (const [, first, last] of text.matchAll(/(?<![\d.])(\d{1,30})\s{1,8}(\d{1,30})\s{1,8}(?=[\d.])/g)) {
    if (Number(last) - Number(first) > largestRange) return true;
  }
  return false;
}

interface PackedStream {
  /** From its keyword on, in bytes. */
  readonly start: number;
  readonly end: number;
  /** What its object says before it. */
  readonly own: string;
  readonly packed: Uint8Array;
}

function* streamsIn(bytes: Uint8Array): Generator<PackedStream> {
  for (let at = indexOf(bytes, streamWord, 0); at !== -1; at = indexOf(bytes, streamWord, at)) {
    let begin = at + streamWord.length;
    if (bytes[begin] === 0x0d) begin++;
    if (bytes[begin] === 0x0a) begin++;
    const before = bytes.subarray(Math.max(0, at - dictionaryBytes), at);
    const dictionary = new TextDecoder('latin1').decode(before);
    const own = dictionary.slice(dictionary.lastIndexOf(' obj') + 1);
    const endAt = indexOf(bytes, endWord, begin);
    const end = endAt === -1 ? bytes.length : endAt + endWord.length;
    yield { start: at, end, own, packed: bytes.subarray(begin, endAt === -1 ? bytes.length : endAt) };
    at = end;
  }
}

const streamWord = new TextEncoder().encode('stream');
const endWord = new TextEncoder().encode('endstream');

function indexOf(bytes: Uint8Array, word: Uint8Array, from: number): number {
  const [first = 0] = word;
  for (let at = bytes.indexOf(first, from); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (word.every((byte, i) => bytes[at + i] === byte)) return at;
  }
  return -1;
}

/** Bytes that it unpacks to, or a few more than `most`. What is damaged counts as far as it can be unpacked. */
function unpack(packed: Uint8Array, most: number, take?: (piece: Uint8Array) => void): number {
  let length = 0;
  const unpacking = new Unzlib((piece) => {
    length += piece.length;
    take?.(piece);
  });
  try {
    for (let at = 0; at < packed.length && length <= most; at += stepBytes)
      unpacking.push(packed.subarray(at, at + stepBytes), false);
  } catch {
    // Damaged; or something that is not packed at all, behind the word.
  }
  return length;
}
