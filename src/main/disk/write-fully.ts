import type { OpenedFile } from './file-layer.ts';

/**
 * Writes all bytes at a position. A system may take fewer than it is given when a disk fills up, without an error: what was
 * not taken is offered again, and a write that takes nothing counts as a full disk.
 * @throws a Node file-system error
 */
export async function writeFully(file: OpenedFile, bytes: Uint8Array, position: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const taken = await file.write(bytes.subarray(done), position + done);
    if (taken === 0) throw Object.assign(new Error('the write took no bytes'), { code: 'ENOSPC' });
    done += taken;
  }
}
