/** How files of other kinds begin; only what cannot be the beginning of a text. */
const signatures: readonly (readonly [kind: string, bytes: readonly number[], offset?: number])[] = [
  ['a ZIP archive (or a Word, OpenDocument or EPUB file)', [0x50, 0x4b, 0x03, 0x04]],
  ['an empty ZIP archive', [0x50, 0x4b, 0x05, 0x06]],
  ['a PDF document', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['a GIF image', [0x47, 0x49, 0x46, 0x38, 0x37, 0x61]],
  ['a GIF image', [0x47, 0x49, 0x46, 0x38, 0x39, 0x61]],
  ['an old Word, Excel or PowerPoint file', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['a gzip archive', [0x1f, 0x8b, 0x08]],
  ['a bzip2 archive', [0x42, 0x5a, 0x68, 0x39, 0x31, 0x41, 0x59]],
  ['an xz archive', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['a 7-Zip archive', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['a RAR archive', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ['a program', [0x7f, 0x45, 0x4c, 0x46]],
  [
    'an SQLite database',
    [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66, 0x6f, 0x72, 0x6d, 0x61, 0x74, 0x20, 0x33, 0x00],
  ],
  ['an Ogg recording', [0x4f, 0x67, 0x67, 0x53, 0x00]],
  ['an MP4 film', [0x66, 0x74, 0x79, 0x70], 4],
];

/** What kind of file, in words that follow "is", begins with these bytes; undefined when none that is known. */
export function signatureOf(bytes: Uint8Array): string | undefined {
  const found = signatures.find(([, signature, offset = 0]) =>
    signature.every((byte, i) => bytes[offset + i] === byte),
  );
  return found?.[0];
}

/** Text has tabs, line ends and form feeds; a stray control character or two is forgiven, more than one in fifty is not text. */
const controlShare = 0.02;
const controlsForgiven = 2;

/** True when so many of the bytes are control characters (NUL among them) that they are not text in an ASCII-based encoding. */
export function hasTooManyControls(bytes: Uint8Array): boolean {
  let controls = 0;
  for (const byte of bytes) {
    // Tab to carriage return, and escape (ISO-2022-JP), belong to text.
    if ((byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b) || byte === 0x7f) controls += 1;
  }
  return controls > controlsForgiven && controls > bytes.length * controlShare;
}
