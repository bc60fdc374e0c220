import { Unzlib } from 'fflate';

/** All that is packed in a document, pictures aside, unpacks to at most so many bytes. */
const largestUnpacked = 256 * 1024 * 1024;
const stepBytes = 64 * 1024;
/** How far before a stream its dictionary is looked for, in bytes. */
const dictionaryBytes = 1024;

/**
 * True when what is packed in a document would fill the memory. Streams are found by their keywords and unpacked piece by piece, to be counted and
 * not kept; pictures are never unpacked when text is read, so they may be as large as they like.
 */
export function unpacksTooLarge(bytes: Uint8Array): boolean {
  let left = largestUnpacked;
  for (let at = indexOf(bytes, streamWord, 0); at !== -1; at = indexOf(bytes, streamWord, at)) {
    let start = at + streamWord.length;
    if (bytes[start] === 0x0d) start++;
    if (bytes[start] === 0x0a) start++;
    const dictionary = new TextDecoder('latin1').decode(
      bytes.subarray(Math.max(0, at - dictionaryBytes), at),
    );
    const own = dictionary.slice(dictionary.lastIndexOf(' obj') + 1);
    const end = indexOf(bytes, endWord, start);
    const packed = bytes.subarray(start, end === -1 ? bytes.length : end);
    if (own.includes('Flate') && !own.includes('/Image') && (bytes[start] ?? 0) % 16 === 8) {
      left -= unpackedLength(packed, left);
      if (left < 0) return true;
    }
    at = end === -1 ? bytes.length : end + endWord.length;
  }
  return false;
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
function unpackedLength(packed: Uint8Array, most: number): number {
  let length = 0;
  const unpack = new Unzlib((piece) => {
    length += piece.length;
  });
  try {
    for (let at = 0; at < packed.length && length <= most; at += stepBytes)
      unpack.push(packed.subarray(at, at + stepBytes), false);
  } catch {
    // Damaged; or something that is not packed at all, behind the word.
  }
  return length;
}
