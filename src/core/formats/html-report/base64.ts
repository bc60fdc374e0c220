const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Bytes, given in hexadecimal, in Base64 (RFC 4648). */
export function base64OfHex(hex: string): string {
  let encoded = '';
  for (let at = 0; at < hex.length; at += 6) {
    const part = hex.slice(at, at + 6);
    const bits = Number.parseInt(part.padEnd(6, '0'), 16);
    const digits = [18, 12, 6, 0].map((shift) => alphabet.charAt((bits >> shift) & 63)).join('');
    const used = part.length === 6 ? 4 : part.length === 4 ? 3 : 2;
    encoded += digits.slice(0, used).padEnd(4, '=');
  }
  return encoded;
}
