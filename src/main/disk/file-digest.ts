import { createHash } from 'node:crypto';
import type { FileLayer } from './file-layer.ts';

/** Size in bytes and SHA-256, 64 hexadecimal digits, of what a file should hold or does hold. */
export interface FileDigest {
  readonly byteLength: number;
  readonly sha256: string;
}

const chunkBytes = 1024 * 1024;

/** Reads a whole file and says what it holds. */
export async function digestOfFile(layer: FileLayer, path: string): Promise<FileDigest> {
  const hash = createHash('sha256');
  const chunk = new Uint8Array(chunkBytes);
  const file = await layer.open(path, 'read');
  try {
    let byteLength = 0;
    for (;;) {
      const length = await file.read(chunk, byteLength);
      if (length === 0) return { byteLength, sha256: hash.digest('hex') };
      hash.update(chunk.subarray(0, length));
      byteLength += length;
    }
  } finally {
    await file.close();
  }
}
