import { dirname } from 'node:path';
import { syncFolder } from '../disk/atomic-file.ts';
import type { FileLayer, OpenedFile } from '../disk/file-layer.ts';
import { writeFully } from '../disk/write-fully.ts';
import { freeSegmentPath } from './segment.ts';

/** The segment that is being added to. */
export class SegmentWriter {
  readonly #file: OpenedFile;
  readonly path: string;
  /** Bytes that are whole and flushed. */
  #length = 0;
  /** Something may lie beyond the good bytes: a failed append. */
  #dirty = false;

  private constructor(path: string, file: OpenedFile) {
    this.path = path;
    this.#file = file;
  }

  /** Begins a segment with those lines. */
  static async begin(
    layer: FileLayer,
    folder: string,
    firstSeq: number,
    lines: Uint8Array,
  ): Promise<SegmentWriter> {
    const path = await freeSegmentPath(layer, folder, firstSeq);
    const file = await layer.open(path, 'create');
    const writer = new SegmentWriter(path, file);
    try {
      await writer.append(lines);
      await syncFolder(layer, dirname(path));
      return writer;
    } catch (error) {
      // What cannot be removed now is recognised at the next start: nothing in it was acknowledged.
      await writer.close().catch(() => undefined);
      await layer.remove(path).catch(() => undefined);
      throw error;
    }
  }

  get length(): number {
    return this.#length;
  }

  /** False when a failed append could not be taken back: nothing may be added any more. */
  get usable(): boolean {
    return !this.#dirty;
  }

  /**
   * Adds lines and flushes them. When it fails the file is cut back to what it was, so that the same lines can be added again.
   * @throws a Node file-system error
   */
  async append(lines: Uint8Array): Promise<void> {
    this.#dirty = true;
    try {
      await writeFully(this.#file, lines, this.#length);
      await this.#file.syncData();
    } catch (error) {
      await this.#cutBack();
      throw error;
    }
    this.#length += lines.length;
    this.#dirty = false;
  }

  async close(): Promise<void> {
    await this.#file.close();
  }

  async #cutBack(): Promise<void> {
    try {
      await this.#file.truncate(this.#length);
      await this.#file.syncData();
      this.#dirty = false;
    } catch {
      // `usable` tells: the caller begins a new segment.
    }
  }
}
