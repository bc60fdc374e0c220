import type { LaunchOptions } from '../harness/launch.ts';

/** A built app elsewhere than in `out/`, named by `ASCRIBE_ROOT`: long runs are not to be disturbed by a build. */
export const rootOption: Pick<LaunchOptions, 'root'> =
  process.env.ASCRIBE_ROOT === undefined ? {} : { root: process.env.ASCRIBE_ROOT };
