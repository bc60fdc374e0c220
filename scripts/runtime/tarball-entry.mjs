import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';

const blockSize = 512;

/**
 * Writes one regular file out of a gzipped tar archive to `target`, holding no more than a chunk of it in memory.
 * Reads the header fields that npm's archives use (POSIX ustar: name at 0, size in octal at 124, type at 156).
 * @param {string} archive
 * @param {string} name the entry's path inside the archive
 * @param {string} target
 * @throws {Error} when the archive holds no such entry or ends inside it
 */
export async function extractTarballEntry(archive, name, target) {
  const source = createReadStream(archive);
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error));
  source.pipe(gunzip);
  const output = await open(target, 'w');
  /** @type {Buffer} */
  let pending = Buffer.alloc(0);
  let skip = 0;
  /** Bytes of the entry still to come; undefined before it. @type {number | undefined} */
  let missing;
  try {
    for await (const chunk of gunzip) {
      pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
      while (pending.length > 0) {
        if (missing !== undefined) {
          const piece = pending.subarray(0, missing);
          await output.writeFile(piece);
          missing -= piece.length;
          pending = pending.subarray(piece.length);
          if (missing === 0) return;
        } else if (skip > 0) {
          const step = Math.min(skip, pending.length);
          skip -= step;
          pending = pending.subarray(step);
        } else if (pending.length < blockSize) {
          break;
        } else {
          const header = readHeader(pending.subarray(0, blockSize));
          pending = pending.subarray(blockSize);
          if (header.isFile && header.name === name) missing = header.size;
          else skip = Math.ceil(header.size / blockSize) * blockSize;
        }
      }
    }
    throw new Error(missing === undefined ? `${archive} holds no ${name}` : `${archive} ends inside ${name}`);
  } finally {
    source.destroy();
    await output.close();
  }
}

/** @param {Buffer} block */
function readHeader(block) {
  const text = (/** @type {number} */ from, /** @type {number} */ length) => {
    const field = block.subarray(from, from + length);
    const end = field.indexOf(0);
    return field.subarray(0, end < 0 ? length : end).toString('utf8');
  };
  const prefix = text(345, 155);
  const type = text(156, 1);
  return {
    name: prefix ? `${prefix}/${text(0, 100)}` : text(0, 100),
    size: Number.parseInt(text(124, 12).trim() || '0', 8),
    isFile: type === '' || type === '0',
  };
}
