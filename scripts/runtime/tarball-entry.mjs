import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
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
  /** @type {Buffer} */
  let pending = Buffer.alloc(0);
  let skip = 0;
  let wanted = -1;
  const output = createWriteStream(target);
  try {
    for await (const chunk of gunzip) {
      pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
      while (pending.length > 0) {
        if (wanted >= 0) {
          const piece = pending.subarray(0, wanted);
          if (!output.write(piece)) await once(output, 'drain');
          wanted -= piece.length;
          pending = pending.subarray(piece.length);
          if (wanted === 0) {
            output.end();
            await finished(output);
            return;
          }
        } else if (skip > 0) {
          const step = Math.min(skip, pending.length);
          skip -= step;
          pending = pending.subarray(step);
        } else if (pending.length < blockSize) {
          break;
        } else {
          const header = readHeader(pending.subarray(0, blockSize));
          pending = pending.subarray(blockSize);
          if (header.isFile && header.name === name) wanted = header.size;
          else skip = Math.ceil(header.size / blockSize) * blockSize;
        }
      }
    }
    throw new Error(wanted < 0 ? `${archive} holds no ${name}` : `${archive} ends inside ${name}`);
  } finally {
    source.destroy();
    output.destroy();
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
