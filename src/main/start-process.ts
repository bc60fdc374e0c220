import { app, protocol } from 'electron';
import type { StartRequest } from './files/command-line.ts';
import { takeProfile } from './profile/profile-owner.ts';
import { networkSwitches } from './security/network-policy.ts';
import { type Origin, scheme } from './security/origin.ts';

/** Where the window's content comes from. The development server is used by an unpackaged app only. */
export function contentOrigin(): Origin {
  const server = process.env.ELECTRON_RENDERER_URL;
  return !app.isPackaged && server && URL.canParse(server)
    ? { kind: 'development', server: new URL(server) }
    : { kind: 'built' };
}

/**
 * What must be done before Electron is ready.
 * @returns `handed over` when another process has this profile open and was given the request, `no answer` when it is open and could not be given it: this process must end.
 */
export function startProcess(request: StartRequest, origin: Origin): 'started' | 'handed over' | 'no answer' {
  for (const { name, value } of networkSwitches) {
    const isResolver = name === 'host-resolver-rules' && origin.kind === 'development';
    app.commandLine.appendSwitch(name, isResolver ? `${value}, EXCLUDE localhost` : value);
  }
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
  if (!app.requestSingleInstanceLock(request)) return 'handed over';
  return takeProfile(app.getPath('userData')) ? 'started' : 'no answer';
}
