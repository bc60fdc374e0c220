/** Text as bytes in an encoding that browsers only decode: the decoder's table turned round. One- and two-byte codes. @throws for a character that it has not. */
export function encodeIn(text: string, encoding: string): Uint8Array {
  const table = tableOf(encoding);
  const bytes: number[] = [];
  for (const character of text) {
    const code = table.get(character);
    if (code === undefined) throw new Error(`${encoding} has no ${character}`);
    bytes.push(...code);
  }
  return new Uint8Array(bytes);
}

const tables = new Map<string, Map<string, readonly number[]>>();

function tableOf(encoding: string): Map<string, readonly number[]> {
  const known = tables.get(encoding);
  if (known !== undefined) return known;
  const table = new Map<string, readonly number[]>();
  const decoder = new TextDecoder(encoding, { fatal: true });
  const add = (...code: number[]): void => {
    try {
      const character = decoder.decode(new Uint8Array(code));
      if ([...character].length === 1 && !table.has(character)) table.set(character, code);
    } catch {
      // Not a code of this encoding.
    }
  };
  for (let byte = 0; byte < 0x100; byte++) add(byte);
  if (/^(?:shift_jis|euc|gb|big5)/.test(encoding)) {
    for (let lead = 0x81; lead < 0xff; lead++) for (let trail = 0x40; trail < 0xff; trail++) add(lead, trail);
  }
  if (encoding === 'windows-1252') {
    // Written out, since some releases of Node decode these bytes as Latin-1.
    const quotes: [string, number][] = [
      ['€', 0x80],
      ['…', 0x85],
      ['‘', 0x91],
      ['’', 0x92],
      ['“', 0x93],
      ['”', 0x94],
      ['–', 0x96],
      ['—', 0x97],
    ];
    for (const [character, byte] of quotes) table.set(character, [byte]);
  }
  tables.set(encoding, table);
  return table;
}
