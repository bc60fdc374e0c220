import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** A file system of its own that can be filled up, where the system lets one be mounted. */
export class SmallDisk {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** Undefined where this user may not mount one. */
  static mount(folder: string, mebibytes: number): SmallDisk | undefined {
    mkdirSync(folder, { recursive: true });
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', folder], {
        stdio: 'ignore',
      });
      return new SmallDisk(folder);
    } catch {
      return undefined;
    }
  }

  unmount(): void {
    execFileSync('umount', ['--lazy', this.folder], { stdio: 'ignore' });
  }

  /** Fills it to the last byte. */
  fill(): void {
    const file = openSync(join(this.folder, 'filler'), 'a');
    try {
      for (const size of [1024 * 1024, 64 * 1024, 4096, 512, 1]) {
        const bytes = Buffer.alloc(size, 0x55);
        try {
          while (writeSync(file, bytes) === size);
        } catch (error) {
          if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
        }
      }
    } finally {
      closeSync(file);
    }
  }

  /** Gives the space back. */
  free(): void {
    rmSync(join(this.folder, 'filler'), { force: true });
  }
}
