import { SetupFailure } from './setup-failure.mjs';

/** The oldest Node that the build tools run on. */
const oldest = [20, 19];

/** @param {string} [version] */
export function assertNodeVersion(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return;
  throw new SetupFailure(
    `Ascribe needs Node ${oldest.join('.')} or newer; this is Node ${version}.`,
    'install a newer Node (https://nodejs.org), then run the command again',
  );
}
