import { Inflate } from 'fflate';
import { failure, type Result, success } from '../model/result.ts';
import { packedBytes, type ZipEntry } from './zip-entries.ts';

/**
 * Unpacked, an entry has at most so many bytes for each packed one beyond the first few megabytes: annotated text packs to a fifth or a tenth, and
 * what claims to unpack to far more was made to fill the memory.
 */
const freeBytes = 16 * 1024 * 1024;
const highestRatio = 200;
/** Unpacked in steps of this many packed bytes, so that what turns out too long is given up at once. */
const stepBytes = 64 * 1024;

/**
 * The bytes of an entry of a ZIP; fails with a clause that says why it cannot be unpacked.
 * @param largest most bytes that it may unpack to; less where it is packed beyond belief
 */
export function unpackEntry(
  bytes: Uint8Array,
  entry: ZipEntry,
  largest: number,
): Result<Uint8Array<ArrayBuffer>, string> {
  if (entry.isEncrypted) return failure('it is encrypted');
  if (entry.method !== 0 && entry.method !== 8)
    return failure('it is packed in a way that is not known here');
  if (entry.length > Math.min(largest, freeBytes + entry.packedLength * highestRatio)) {
    return failure('it would be far too large when unpacked');
  }
  const packed = packedBytes(bytes, entry);
  if (packed === undefined) return failure('part of it is missing');
  const into = new Uint8Array(entry.length);
  if (entry.method === 0) {
    if (packed.length !== entry.length) return failure('part of it is missing');
    into.set(packed);
    return success(into);
  }
  return inflated(packed, into);
}

function inflated(
  packed: Uint8Array,
  into: Uint8Array<ArrayBuffer>,
): Result<Uint8Array<ArrayBuffer>, string> {
  let length = 0;
  let isTooLong = false;
  let isFinished = false;
  const inflate = new Inflate((piece, final) => {
    if (length + piece.length > into.length) isTooLong = true;
    else into.set(piece, length);
    length += piece.length;
    isFinished = final;
  });
  try {
    for (let at = 0; at < packed.length && !isTooLong; at += stepBytes) {
      inflate.push(packed.subarray(at, at + stepBytes), at + stepBytes >= packed.length);
    }
  } catch {
    return failure('part of it is damaged');
  }
  if (isTooLong) return failure('it unpacks to more than it says');
  return isFinished && length === into.length ? success(into) : failure('part of it is missing');
}
