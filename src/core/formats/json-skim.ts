const quote = 0x22;
const backslash = 0x5c;

/** Most strings are shorter than this many bytes, and looking at each is quicker than a call that searches. */
const shortString = 48;

/**
 * Where the JSON object or array that begins at `start` ends: the offset after its last bracket, in bytes. Only quotation marks and brackets
 * are looked at, so that of bytes that are no JSON it may say anything up to `end`; parsing what lies between tells.
 * @param deepest how many brackets may be open at once
 * @returns undefined when it does not end before `end`, or nests deeper
 */
export function endOfJsonValue(
  bytes: Uint8Array,
  start: number,
  end: number,
  deepest: number,
): number | undefined {
  let depth = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === quote) {
      at = closingQuote(bytes, at, end);
      continue;
    }
    // Both kinds of brackets, in one test each: `[` and `{`, `]` and `}` differ by 0x20.
    const folded = byte | 0x20;
    if (folded === 0x7b) {
      depth += 1;
      if (depth > deepest) return undefined;
    } else if (folded === 0x7d) {
      depth -= 1;
      if (depth <= 0) return at + 1;
    }
  }
  return undefined;
}

/** The offset of the quotation mark that closes the string which begins at `start`; `end` when there is none. */
function closingQuote(bytes: Uint8Array, start: number, end: number): number {
  const near = Math.min(end, start + shortString);
  let at = start + 1;
  for (; at < near; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === quote) return at;
    if (byte === backslash) at += 1;
  }
  for (;;) {
    const found = bytes.indexOf(quote, at);
    if (found === -1 || found >= end) return end;
    let backslashes = 0;
    while (found - backslashes > at && bytes[found - backslashes - 1] === backslash) backslashes += 1;
    if (backslashes % 2 === 0) return found;
    at = found + 1;
  }
}
