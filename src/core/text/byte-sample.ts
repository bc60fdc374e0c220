/** What a detector of encodings reads at most: enough for any statistic, little enough to be decoded some forty times. */
const sampleLimit = 24_576;
/** How far around a byte beyond ASCII is read along. */
const surroundings = 512;
/** How much before it: what tells whether it stands inside a word. */
const wordsBefore = 64;

/**
 * The bytes that tell about an encoding: the stretches around bytes beyond ASCII, from the whole of `bytes`, up to 24 KB. A long English text
 * with a few curly quotation marks gives exactly these. Stretches are cut behind a space or line feed, which are no second byte of
 * any encoding that builds on ASCII; where there is none (a long line of Chinese) a stretch runs on from the one before.
 */
export function sampleOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= sampleLimit) return bytes;
  const sample = new Uint8Array(sampleLimit);
  let length = 0;
  const take = (from: number, to: number): void => {
    sample.set(bytes.subarray(from, to), length);
    length += to - from;
  };
  let at = 0;
  // Half of the sample from the start, the rest from the middle on: beginnings are boilerplate.
  for (const [from, budget] of [
    [0, sampleLimit / 2],
    [Math.floor(bytes.length / 2), sampleLimit],
  ] as const) {
    at = Math.max(at, cutBehind(bytes, from));
    while (at < bytes.length && length < budget) {
      const high = nextHigh(bytes, at);
      if (high === -1) break;
      const start = cutBefore(bytes, high, at);
      const end = cutBehind(bytes, Math.min(bytes.length, high + surroundings));
      const room = budget - length;
      const fitting = end - start <= room ? end : cutBack(bytes, start + room, start);
      if (fitting > start) {
        take(start, fitting);
        at = fitting;
      } else if (length > 0 && budget < sampleLimit) {
        break;
      } else {
        // One long line. Its end may be cut anywhere, since nothing is put behind it.
        take(start, start + sampleLimit - length);
        return sample;
      }
      if (fitting < end) break;
    }
  }
  return sample.subarray(0, length);
}

function nextHigh(bytes: Uint8Array, from: number): number {
  for (let i = from; i < bytes.length; i++) if ((bytes[i] ?? 0) >= 0x80) return i;
  return -1;
}

function isCut(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a;
}

/** The first place at or behind `from` that follows a space or line feed, the end of the bytes if there is none. */
function cutBehind(bytes: Uint8Array, from: number): number {
  if (from === 0) return 0;
  let at = from;
  while (at < bytes.length && !isCut(bytes[at - 1])) at += 1;
  return at;
}

/** The last place in `[floor, from]` that follows a space or line feed, or `floor`. */
function cutBack(bytes: Uint8Array, from: number, floor: number): number {
  let at = from;
  while (at > floor && !isCut(bytes[at - 1])) at -= 1;
  return at;
}

/** A place that follows a space or line feed, a few words before `high` but not before `floor`, which is itself such a place. */
function cutBefore(bytes: Uint8Array, high: number, floor: number): number {
  return cutBack(bytes, Math.max(floor, high - wordsBefore), floor);
}
