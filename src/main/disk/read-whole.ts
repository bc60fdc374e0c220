import type { FileLayer, OpenedFile } from './file-layer.ts';

/** What comes between two looks at a file that must not change meanwhile. */
export class ChangedWhileReading extends Error {
  override readonly name = 'ChangedWhileReading';
}

/**
 * All bytes of a file.
 * @throws {ChangedWhileReading} when it grew or shrank meanwhile
 * @throws a Node file-system error
 */
export async function readWhole(layer: FileLayer, path: string): Promise<Uint8Array<ArrayBuffer>> {
  const file = await layer.open(path, 'read');
  try {
    const { size } = await file.facts();
    return await readExactly(file, size);
  } finally {
    await file.close();
  }
}

/**
 * The bytes of an open file that is to have exactly that size.
 * @throws {ChangedWhileReading} when it has not
 */
export async function readExactly(file: OpenedFile, size: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(size);
  const length = await readInto(file, bytes, 0);
  const beyond = await file.read(new Uint8Array(1), size);
  if (length !== size || beyond !== 0) throw new ChangedWhileReading('the file changed while it was read');
  return bytes;
}

/** Fills the buffer from a position on, as far as the file reaches. Resolves to the number of bytes read. */
export async function readInto(file: OpenedFile, into: Uint8Array, position: number): Promise<number> {
  let length = 0;
  while (length < into.length) {
    const read = await file.read(into.subarray(length), position + length);
    if (read === 0) break;
    length += read;
  }
  return length;
}
