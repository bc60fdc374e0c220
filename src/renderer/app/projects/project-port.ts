import type { ReadArchive } from '../../../core/archive/read-archive.ts';
import type { SourceFile } from '../../../core/formats/format.ts';
import type { FormatFailure } from '../../../core/formats/format-failure.ts';
import type { Result } from '../../../core/model/result.ts';
import type { Planted, Seed } from '../../store/plant-project.ts';

/** How projects are made beside the open one. */
export interface ProjectPort {
  /**
   * Makes a new project, in both its homes. The reason of a failure is a clause.
   * @param check looks at what was read back, and says what is wrong with it.
   */
  plant(seed: Seed, check: (planted: Planted) => string | undefined): Promise<Result<Planted, string>>;
  /** Opens an archive away from the window's thread. The file's bytes are not to be used afterwards. */
  unpack(file: SourceFile): Promise<Result<ReadArchive, FormatFailure>>;
}
