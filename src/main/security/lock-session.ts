import type { Session } from 'electron';
import type { Log } from '../log/log.ts';
import { mayRequest } from './network-policy.ts';
import type { Origin } from './origin.ts';

/**
 * What pages of the session may do. Everything is denied: the app asks for no permission of the browser. Copying goes through the
 * `copy` event and files through main's dialogs, which need none.
 */
export function lockSession(session: Session, origin: Origin, log: Log): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    log.warning(`security: permission ${permission} was asked for and denied`);
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler(null);
  session.setBluetoothPairingHandler(null);
  session.on('select-hid-device', (event) => event.preventDefault());
  session.on('select-serial-port', (event) => event.preventDefault());
  session.on('select-usb-device', (event) => event.preventDefault());
  session.on('will-download', (event) => {
    log.warning('security: a download was asked for and denied');
    event.preventDefault();
  });
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const allowed = mayRequest(url, origin);
    if (!allowed) log.warning(`security: a request was cancelled: ${shortened(url)}`);
    answer({ cancel: !allowed });
  });
  // Its dictionaries would be downloaded.
  session.setSpellCheckerEnabled(false);
}

/** Scheme and host say enough; the rest may hold text. */
function shortened(url: string): string {
  return URL.canParse(url) ? `${new URL(url).protocol}//${new URL(url).host}` : 'an unreadable address';
}
