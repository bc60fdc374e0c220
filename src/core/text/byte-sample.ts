/** What a detector of encodings reads at most: enough for any statistic, little enough to be decoded some forty times. */
const sampleLimit = 24_576;
/** How far around a byte beyond ASCII is read along. */
const surroundings = 512;

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
    const stretch = bytes.subarray(from, Math.min(to, from + sampleLimit - length));
    sample.set(stretch, length);
    length += stretch.length;
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
      const start = Math.max(at, cutBefore(bytes, high, at));
      const end = cutBehind(bytes, Math.min(bytes.length, high + surroundings));
      take(start, Math.min(end, start + budget - length));
      at = end;
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

/** A place that follows a space or line feed, some way before `high` but not before `floor`, which is itself such a place. */
function cutBefore(bytes: Uint8Array, high: number, floor: number): number {
  let at = high;
  while (at > floor && (high - at < 64 || !isCut(bytes[at - 1])) && high - at < surroundings) at -= 1;
  while (at > floor && !isCut(bytes[at - 1])) at -= 1;
  return at;
}
