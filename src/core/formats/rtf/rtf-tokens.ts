/** What a file in the Rich Text Format is made of (RTF Specification 1.9.1, “RTF Syntax”). */
export type RtfToken =
  | { readonly kind: 'open' | 'close' }
  /** `\name` with the number behind it, if there is one. */
  | { readonly kind: 'word'; readonly name: string; readonly value: number | undefined }
  /** `\` with anything but a letter behind it. */
  | { readonly kind: 'symbol'; readonly symbol: string }
  /** A byte of text, as it stands or as `\'hh`. */
  | { readonly kind: 'byte'; readonly byte: number };

const backslash = 0x5c;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const space = 0x20;
/** Longer names than the specification’s are no control words. */
const longestName = 32;

/** The tokens of a file, in time that grows with it alone. Line ends between them are none; what `\bin` announces is passed over. */
export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken> {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    at += 1;
    if (byte === openBrace) yield { kind: 'open' };
    else if (byte === closeBrace) yield { kind: 'close' };
    else if (byte === backslash) {
      const read = controlAt(bytes, at);
      at = read.end;
      const { token } = read;
      if (token?.kind === 'word' && token.name === 'bin') at += Math.max(0, token.value ?? 0);
      else if (token !== undefined) yield token;
    } else if (byte !== 0x0a && byte !== 0x0d && byte !== 0) yield { kind: 'byte', byte };
  }
}

/** What stands behind a backslash at `at`. */
function controlAt(bytes: Uint8Array, at: number): { readonly token?: RtfToken; readonly end: number } {
  const first = bytes[at];
  if (first === undefined) return { end: at };
  if (first === 0x27) {
    const hex = String.fromCharCode(bytes[at + 1] ?? 0, bytes[at + 2] ?? 0);
    if (!/^[0-9a-f]{2}$/i.test(hex)) return { end: at + 1 };
    return { token: { kind: 'byte', byte: Number.parseInt(hex, 16) }, end: at + 3 };
  }
  if (!isLetter(first)) {
    return { token: { kind: 'symbol', symbol: String.fromCharCode(first) }, end: at + 1 };
  }
  let end = at;
  while (end - at < longestName && isLetter(bytes[end])) end += 1;
  const name = String.fromCharCode(...bytes.subarray(at, end));
  const numberAt = end;
  if (bytes[end] === 0x2d) end += 1;
  while (end - numberAt < 12 && isDigit(bytes[end])) end += 1;
  const digits = String.fromCharCode(...bytes.subarray(numberAt, end));
  const value = /\d/.test(digits) ? Number(digits) : undefined;
  if (value === undefined) end = numberAt;
  if (bytes[end] === space) end += 1;
  return { token: { kind: 'word', name, value }, end };
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a));
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}
