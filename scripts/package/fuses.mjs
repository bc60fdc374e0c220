/**
 * What an installed Ascribe lets nobody do from outside: run its Electron as a plain Node, hand it Node's options, inspect its main process, put another app in
 * the place of its archive. Read back after writing. Integrity of the archive is checked by Electron on macOS and Windows only; the fuse says nothing on Linux.
 * @param {string} executable
 */
export async function setFuses(executable) {
  const { default: fuses } = await import('@electron/fuses');
  await fuses.flipFuses(executable, { version: fuses.FuseVersion.V1, ...(await wantedFuses()) });
  const wrong = await wrongFuses(executable);
  if (wrong.length > 0) throw new Error(`these fuses could not be set in ${executable}: ${wrong.join(', ')}`);
}

/** The names of the fuses that are not as they should be. @param {string} executable */
export async function wrongFuses(executable) {
  const { default: fuses } = await import('@electron/fuses');
  const wire = await fuses.getCurrentFuseWire(executable);
  // The wire is text: '1' on, '0' off.
  return Object.entries(await wantedFuses())
    .filter(([fuse, isOn]) => Reflect.get(wire, fuse) !== (isOn ? 0x31 : 0x30))
    .map(([fuse]) => fuses.FuseV1Options[Number(fuse)]);
}

async function wantedFuses() {
  const { default: fuses } = await import('@electron/fuses');
  const { FuseV1Options: fuse } = fuses;
  return {
    [fuse.RunAsNode]: false,
    [fuse.EnableCookieEncryption]: true,
    [fuse.EnableNodeOptionsEnvironmentVariable]: false,
    [fuse.EnableNodeCliInspectArguments]: false,
    [fuse.OnlyLoadAppFromAsar]: true,
    [fuse.LoadBrowserProcessSpecificV8Snapshot]: false,
    [fuse.GrantFileProtocolExtraPrivileges]: false,
  };
}
