const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

/** The chain before any entry. */
export const chainStart = 0;

/**
 * The running checksum over log entries: CRC-32 of the text's UTF-16 units (low byte first), begun with the chain so far. Guards
 * against damage and mix-ups, not against intent.
 */
export function chainAfter(chain: number, json: string): number {
  let crc = ~chain;
  for (let i = 0; i < json.length; i++) {
    const unit = json.charCodeAt(i);
    crc = (table[(crc ^ unit) & 0xff] ?? 0) ^ (crc >>> 8);
    crc = (table[(crc ^ (unit >>> 8)) & 0xff] ?? 0) ^ (crc >>> 8);
  }
  return ~crc >>> 0;
}
