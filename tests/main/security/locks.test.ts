import { EventEmitter } from 'node:events';
import type { Session, WebContents } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { lockContents } from '../../../src/main/security/lock-contents.ts';
import { lockSession } from '../../../src/main/security/lock-session.ts';
import { logOf } from '../log-of.ts';

const built = { kind: 'built' } as const;

/** The parts of a session that the lock uses, each noting what it was given. */
function lockedSession() {
  const session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: vi.fn(),
    setPermissionCheckHandler: vi.fn(),
    setDevicePermissionHandler: vi.fn(),
    setDisplayMediaRequestHandler: vi.fn(),
    setBluetoothPairingHandler: vi.fn(),
    setSpellCheckerEnabled: vi.fn(),
    webRequest: { onBeforeRequest: vi.fn() },
  });
  lockSession(session as unknown as Session, built, logOf());
  return session;
}

function lockedContents() {
  const contents = Object.assign(new EventEmitter(), { setWindowOpenHandler: vi.fn() });
  lockContents(contents as unknown as WebContents, built, logOf());
  return contents;
}

/** Whether what is about to happen was prevented. */
function isPrevented(emitter: EventEmitter, name: string, more: object = {}): boolean {
  const preventDefault = vi.fn();
  emitter.emit(name, { preventDefault, ...more });
  return preventDefault.mock.calls.length === 1;
}

describe('a page', () => {
  it.each(['https://example.org/', 'app://ascribe/index.html', 'file:///etc/passwd'])(
    'goes nowhere by itself, by redirection or in a frame: %s',
    (url) => {
      const contents = lockedContents();
      expect(isPrevented(contents, 'will-navigate', { url })).toBe(true);
      expect(isPrevented(contents, 'will-redirect', { url, isMainFrame: true })).toBe(true);
      expect(isPrevented(contents, 'will-redirect', { url, isMainFrame: false })).toBe(true);
      expect(isPrevented(contents, 'will-frame-navigate', { url, isMainFrame: false })).toBe(true);
    },
  );

  it('opens no window and holds no webview', () => {
    const contents = lockedContents();
    expect(contents.setWindowOpenHandler.mock.calls[0]?.[0]({ url: 'https://example.org/' })).toEqual({
      action: 'deny',
    });
    expect(isPrevented(contents, 'will-attach-webview')).toBe(true);
  });
});

describe('a session', () => {
  it('gives no permission, asked for or looked up', () => {
    const session = lockedSession();
    for (const permission of ['media', 'clipboard-read', 'openExternal', 'hid', 'fileSystem']) {
      const answer = vi.fn();
      session.setPermissionRequestHandler.mock.calls[0]?.[0](null, permission, answer, {});
      expect(answer.mock.calls, permission).toEqual([[false]]);
      expect(session.setPermissionCheckHandler.mock.calls[0]?.[0](null, permission), permission).toBe(false);
    }
  });

  it('hands out no device, screen or pairing', () => {
    const session = lockedSession();
    for (const deviceType of ['hid', 'serial', 'usb'])
      expect(session.setDevicePermissionHandler.mock.calls[0]?.[0]({ deviceType })).toBe(false);
    for (const name of ['select-hid-device', 'select-serial-port', 'select-usb-device'])
      expect(isPrevented(session, name), name).toBe(true);
    expect(session.setDisplayMediaRequestHandler).toHaveBeenCalledWith(null);
    expect(session.setBluetoothPairingHandler).toHaveBeenCalledWith(null);
  });

  it('downloads nothing, and no dictionary either', () => {
    const session = lockedSession();
    expect(isPrevented(session, 'will-download')).toBe(true);
    expect(session.setSpellCheckerEnabled).toHaveBeenCalledWith(false);
  });
});
