/**
 * What windows-1252 has at 0x80–0x9F. Some releases of Node (20.20 among them) decode it as Latin-1, leaving control characters where
 * quotation marks belong; a browser's decoder never makes these, so that mending them changes nothing there.
 */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** The WHATWG name (lower case) behind a label such as `latin1`, or undefined when this runtime has no such decoder. */
export function encodingName(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/** Bytes as text, malformed sequences as U+FFFD, a byte order mark kept. @param encoding one that `encodingName` gave. */
export function decodeWith(bytes: Uint8Array, encoding: string): string {
  return mend(new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes), encoding);
}

/** As `decodeWith`, but undefined when a sequence is malformed; one that is cut off at the end is left out where `isSample`. */
export function decodeStrictly(bytes: Uint8Array, encoding: string, isSample = false): string | undefined {
  try {
    const decoder = new TextDecoder(encoding, { ignoreBOM: true, fatal: true });
    return mend(decoder.decode(bytes, { stream: isSample }), encoding);
  } catch {
    return undefined;
  }
}

function mend(text: string, encoding: string): string {
  if (encoding !== 'windows-1252') return text;
  return text.replace(/[\u0080-\u009f]/g, (control) => windows1252.charAt(control.charCodeAt(0) - 0x80));
}
