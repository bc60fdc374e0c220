/** Numbers of character sets as fonts have them (`\fcharset`) → the code pages that they mean (RTF Specification 1.9.1, “Font Table”). */
const ofCharacterSet: ReadonlyMap<number, number> = new Map([
  [0, 1252],
  [77, 10000],
  [128, 932],
  [129, 949],
  [130, 949],
  [134, 936],
  [136, 950],
  [161, 1253],
  [162, 1254],
  [163, 1258],
  [177, 1255],
  [178, 1256],
  [186, 1257],
  [204, 1251],
  [222, 874],
  [238, 1250],
]);

/** The code page of a font’s character set; undefined where it is the document’s own. */
export function codePageOf(characterSet: number): number | undefined {
  return ofCharacterSet.get(characterSet);
}

const labels: ReadonlyMap<number, string> = new Map([
  [437, 'windows-1252'],
  [866, 'ibm866'],
  [874, 'windows-874'],
  [932, 'shift_jis'],
  [936, 'gbk'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [10000, 'macintosh'],
  [10007, 'x-mac-cyrillic'],
  [65001, 'utf-8'],
]);

const decoders = new Map<number, TextDecoder>();

/** Text in a code page; in one that is not known here as Windows-1252, which agrees in ASCII. */
export function decoded(bytes: readonly number[], codePage: number): string {
  let decoder = decoders.get(codePage);
  if (decoder === undefined) {
    const isWindows = codePage >= 1250 && codePage <= 1258;
    decoder = new TextDecoder(isWindows ? `windows-${codePage}` : (labels.get(codePage) ?? 'windows-1252'));
    decoders.set(codePage, decoder);
  }
  return decoder.decode(Uint8Array.from(bytes));
}
