/** A part's content as it was before it was sent. @param encoding value of Content-Transfer-Encoding (RFC 2045, section 6) */
export function decodedContent(content: Uint8Array, encoding: string): Uint8Array {
  switch (encoding.trim().toLowerCase()) {
    case 'quoted-printable':
      return quotedPrintable(content);
    case 'base64':
      return base64(content);
    default:
      return content;
  }
}

const equals = 0x3d;
const lineFeed = 0x0a;

function quotedPrintable(content: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(content.length);
  let length = 0;
  for (let at = 0; at < content.length; at++) {
    const byte = content[at] ?? 0;
    if (byte === equals) {
      const value = 16 * hexDigit(content[at + 1]) + hexDigit(content[at + 2]);
      const lineEnd = softBreakEnd(content, at + 1);
      if (value >= 0) {
        bytes[length++] = value;
        at += 2;
        continue;
      }
      if (lineEnd !== undefined) {
        at = lineEnd;
        continue;
      }
    }
    bytes[length++] = byte;
  }
  return bytes.slice(0, length);
}

/** Far below zero when it is none. */
function hexDigit(byte = 0): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1000;
}

/** Where the line ends whose end behind an equals sign is none; white space may stand before it. */
function softBreakEnd(content: Uint8Array, from: number): number | undefined {
  let at = from;
  while (content[at] === 0x20 || content[at] === 0x09 || content[at] === 0x0d) at++;
  return content[at] === lineFeed ? at : undefined;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const noLetter = 255;
const sextets = Uint8Array.from({ length: 256 }, (_, byte) => {
  const at = alphabet.indexOf(String.fromCharCode(byte));
  return at === -1 ? noLetter : at;
});

/** What is no letter of the alphabet is passed over, as the standard wants it. */
function base64(content: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((content.length * 3) / 4));
  let length = 0;
  let held = 0;
  let bits = 0;
  for (const byte of content) {
    const sextet = sextets[byte] ?? noLetter;
    // What was encoded piece by piece ends in the middle.
    if (byte === equals) bits = 0;
    if (sextet === noLetter) continue;
    held = ((held << 6) | sextet) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length++] = (held >> bits) & 0xff;
  }
  return bytes.slice(0, length);
}
