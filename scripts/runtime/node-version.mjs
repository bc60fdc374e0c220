import { SetupFailure } from './setup-failure.mjs';

/** The oldest Node that the build tools run on. */
const oldest = { major: 20, minor: 19 };

/** @param {string} [version] */
export function assertNodeVersion(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > oldest.major || (major === oldest.major && minor >= oldest.minor)) return;
  throw new SetupFailure(
    `Ascribe needs Node ${oldest.major}.${oldest.minor} or newer; this is Node ${version}.`,
    'install a newer Node (https://nodejs.org), then run the command again',
  );
}
