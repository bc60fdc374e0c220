/** Pieces are about this long, in UTF-16 units: enough to make each worth sending, little enough to hold many. */
const pieceLength = 256 * 1024;

/** Texts one after the other as UTF-8 without a byte order mark, in pieces of a good size. No text may end within a surrogate pair. */
export async function* utf8Pieces(
  texts: Iterable<string> | AsyncIterable<string>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  let pending = '';
  for await (const text of texts) {
    pending += text;
    if (pending.length < pieceLength) continue;
    yield encoder.encode(pending);
    pending = '';
  }
  yield encoder.encode(pending);
}
