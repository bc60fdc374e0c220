import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ElectronApplication } from '@playwright/test';
import { expect, test } from './harness/fixtures.ts';

/** Refusals by the content security policy and failed requests are what these tests provoke. */
const provoked = [
  /^log: .* (?:security|bridge): |Content Security Policy|Failed to load resource|Trusted(Script|HTML)|not allowed to load/i,
];

/** Runs in the page as its own script would, without Playwright's way around the policy. */
function inPage<Value>(app: ElectronApplication, script: string): Promise<Value> {
  return app.evaluate(
    ({ BrowserWindow }, code) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code),
    `(async () => { try { return await (${script}); } catch (error) { return 'refused: ' + error.name; } })()`,
  );
}

/** A server on this machine that counts who reaches it. */
async function countingServer(): Promise<{ url: string; reached: () => number; close: () => void }> {
  let reached = 0;
  const server: Server = createServer((_request, response) => {
    reached += 1;
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end('reached');
  });
  server.on('upgrade', (_request, socket) => {
    reached += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `127.0.0.1:${port}`, reached: () => reached, close: () => server.close() };
}

test('the page is sandboxed, isolated and has no Node', async ({ launch }) => {
  const { app, page } = await launch();
  const preferences = await app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      // Electron has this, and its types leave it out.
      const undocumented = contents as typeof contents & { getLastWebPreferences(): object };
      return undocumented.getLastWebPreferences();
    }),
  );
  expect(preferences).toHaveLength(1);
  expect(preferences[0]).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
  });
  // Blink's own switches stay as they are, from a window's preferences as from the command line.
  for (const name of ['enableBlinkFeatures', 'disableBlinkFeatures'])
    expect(Reflect.get(preferences[0] ?? {}, name) ?? '', name).toBe('');
  expect(
    await app.evaluate(({ app: { commandLine } }) => commandLine.hasSwitch('enable-blink-features')),
  ).toBe(false);
  const globals = await page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in globalThis),
  );
  expect(globals).toEqual([]);
  expect(await page.evaluate(() => location.origin)).toBe('app://ascribe');
});

test('the bridge is its three functions and takes nothing else', async ({ launch }) => {
  const { page } = await launch();
  expect(await page.evaluate(() => Object.keys(window.ascribe).sort())).toEqual([
    'admitDropped',
    'on',
    'request',
  ]);
  const answers = await page.evaluate(async () => {
    const bridge = window.ascribe as unknown as {
      request: (name: string, payload: unknown) => Promise<unknown>;
      on: (name: string, listener: () => void) => void;
    };
    const tries: [string, unknown][] = [
      ['no.such', {}],
      ['__proto__', {}],
      ['constructor', {}],
      ['files.admitDropped', { paths: ['/etc/passwd'] }],
      ['files.read', { token: '/etc/passwd' }],
      ['files.read', { token: crypto.randomUUID() }],
      ['exports.begin', { token: crypto.randomUUID() }],
      ['journal.append', { projectId: '../../x', entries: [{ seq: 1, json: '{}' }] }],
      ['space.free', { extra: 1 }],
    ];
    const results: string[] = [];
    for (const [name, payload] of tries) {
      results.push(
        await bridge.request(name, payload).then(
          (value) => JSON.stringify(value),
          () => 'refused',
        ),
      );
    }
    try {
      bridge.on('no.such', () => undefined);
      results.push('heard');
    } catch {
      results.push('refused');
    }
    return results;
  });
  expect(
    answers.filter((answer) => answer !== 'refused').every((answer) => answer.includes('"ok":false')),
  ).toBe(true);
  expect(answers.filter((answer) => answer === 'refused')).toHaveLength(7);
});

test('a file that a script made is refused by name', async ({ launch }) => {
  const { page } = await launch();
  const arrival = await page.evaluate(() => window.ascribe.admitDropped([new File(['x'], 'made-up.txt')]));
  expect(arrival.files).toEqual([]);
  expect(arrival.refused[0]?.message).toContain('“made-up.txt”');
});

test.describe('what is provoked', () => {
  test.use({ toleratedProblems: provoked });

  test('every response carries the policy, and only built files are served', async ({ launch }) => {
    const { page } = await launch();
    const responses = await page.evaluate(async () => {
      const own = performance.getEntriesByType('resource').map(({ name }) => name);
      const others = ['/', '/../package.json', '/%2e%2e/main/index.js', '/..%2fmain%2findex.js', '/none.js'];
      const urls = ['/index.html', ...own.filter((url) => url.startsWith('app:')), ...others];
      return Promise.all(
        urls.map(async (url) => {
          const { status, headers } = await fetch(url);
          return {
            url,
            status,
            policy: headers.get('content-security-policy') ?? '',
            sniff: headers.get('x-content-type-options'),
          };
        }),
      );
    });
    for (const { url, policy, sniff } of responses) {
      expect(policy, url).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
      expect(policy, url).not.toContain('unsafe');
      expect(sniff, url).toBe('nosniff');
    }
    expect(responses.slice(-5).map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    expect(responses.slice(0, -5).every(({ status }) => status === 200)).toBe(true);
  });

  test('nothing inline or evaluated runs', async ({ launch }) => {
    const { app, page } = await launch();
    expect(await inPage(app, "eval('1')")).toBe('refused: EvalError');
    expect(await inPage(app, "new Function('return 1')()")).toMatch(/refused/);
    expect(await inPage(app, "document.body.insertAdjacentHTML('beforeend', '<b>x</b>')")).toBe(
      'refused: TypeError',
    );
    expect(await inPage(app, "trustedTypes.createPolicy('other', {})")).toBe('refused: TypeError');
    expect(await inPage(app, "document.createElement('img').setAttribute('onerror', '1')")).toBe(
      'refused: TypeError',
    );
    await page.evaluate(() => {
      const style = document.createElement('style');
      style.textContent = 'body { --injected: 1 }';
      document.body.append(style);
    });
    expect(await page.evaluate(() => getComputedStyle(document.body).getPropertyValue('--injected'))).toBe(
      '',
    );
  });

  test('no request leaves, by whichever way it is made', async ({ launch }) => {
    const server = await countingServer();
    const { app, page } = await launch();
    expect(await inPage(app, `fetch('http://${server.url}/')`)).toMatch(/refused/);
    await inPage(app, `navigator.sendBeacon('http://${server.url}/beacon', 'x')`);
    await page.evaluate(async (url) => {
      const gone = (target: EventTarget) =>
        new Promise((resolve) => {
          target.addEventListener('error', resolve);
          target.addEventListener('load', resolve);
        });
      const image = new Image();
      const seen = gone(image);
      image.src = `http://${url}/picture.png`;
      await seen;
      const socket = new WebSocket(`ws://${url}/`);
      await new Promise((resolve) => socket.addEventListener('error', resolve));
    }, server.url);
    // Without the policy's help: main's own filter, as a page without any policy would meet it.
    const filtered = await app.evaluate(async ({ net }, url) => {
      try {
        return (await net.fetch(`http://${url}/`)).status;
      } catch (error) {
        return String(error);
      }
    }, server.url);
    expect(filtered).toContain('ERR_BLOCKED_BY_CLIENT');
    expect(server.reached()).toBe(0);
    server.close();
  });

  test('the page goes nowhere, opens nothing and downloads nothing', async ({ launch }) => {
    const server = await countingServer();
    const { app, page } = await launch();
    const downloads = await app.evaluateHandle(({ session }) => {
      const seen: string[] = [];
      session.defaultSession.on('will-download', (event) => seen.push(String(event.defaultPrevented)));
      return seen;
    });
    expect(await inPage(app, `window.open('http://${server.url}/')`)).toBeNull();
    await inPage(app, `void (location.href = 'http://${server.url}/')`);
    await inPage(app, "void (location.href = 'app://ascribe/none.html')");
    await inPage(app, "void (location.href = 'file:///etc/passwd')");
    // The app's own scheme answers with no redirection, and no other request leaves: what would be done with one is asked of its listener.
    const redirected = await app.evaluate(({ BrowserWindow }) => {
      let prevented = false;
      const event = {
        preventDefault: () => (prevented = true),
        url: 'https://example.org/',
        isMainFrame: true,
      };
      BrowserWindow.getAllWindows()[0]?.webContents.emit('will-redirect', event);
      return prevented;
    });
    expect(redirected).toBe(true);
    await page.evaluate(() => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['x']));
      link.download = 'x.txt';
      document.body.append(link);
      link.click();
      const frame = document.createElement('iframe');
      frame.src = 'app://ascribe/index.html';
      document.body.append(frame);
      document.body.append(document.createElement('webview'));
    });
    await expect.poll(() => downloads.evaluate((seen) => seen)).toEqual(['true']);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
    expect(page.url()).toBe('app://ascribe/index.html');
    expect(await page.evaluate(() => document.querySelector('iframe')?.contentWindow?.length)).toBe(0);
    expect(server.reached()).toBe(0);
    server.close();
  });

  test('no permission is given', async ({ launch }) => {
    const { app, page } = await launch();
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'];
    for (const name of names) {
      const state = await inPage(
        app,
        `navigator.permissions.query({ name: '${name}' }).then(({ state }) => state)`,
      );
      expect(state, name).toBe('denied');
    }
    expect(await inPage(app, 'Notification.requestPermission()')).toBe('denied');
    expect(await inPage(app, 'navigator.mediaDevices.getUserMedia({ audio: true })')).toMatch(/refused/);
    expect(await inPage(app, 'navigator.clipboard.readText()')).toMatch(/refused/);
    // With a gesture, as a press of a button would have it. Where there is no device the engine refuses by itself; main's part is shown in locks.test.ts.
    for (const call of [
      'navigator.usb.requestDevice({ filters: [] })',
      'navigator.hid.requestDevice({ filters: [] }).then(({ length }) => length)',
      'navigator.serial.requestPort()',
      'navigator.bluetooth.requestDevice({ acceptAllDevices: true })',
      'navigator.mediaDevices.getDisplayMedia()',
    ]) {
      const answer = await app.evaluate(
        ({ BrowserWindow }, script) =>
          BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(script, true),
        `(async () => { try { return await (${call}); } catch (error) { return 'refused: ' + error.name; } })()`,
      );
      expect(answer === 0 || /^refused/.test(String(answer)), `${call}: ${answer}`).toBe(true);
    }
    expect(
      await page.evaluate(
        () =>
          new Promise((resolve) => {
            navigator.geolocation.getCurrentPosition(
              () => resolve('found'),
              ({ code }) => resolve(code),
            );
          }),
      ),
    ).toBe(1);
  });

  test('a message from a page that is not ours is refused', async ({ launch }) => {
    const { app } = await launch();
    const answer = await app.evaluate(async ({ BrowserWindow, app: electronApp }) => {
      const preload = `${electronApp.getAppPath()}/out/preload/index.cjs`;
      const foreign = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      await foreign.loadURL('app://ascribe/index.html');
      const said: unknown = await foreign.webContents.executeJavaScript(
        "window.ascribe.request('space.free', {}).then(() => 'answered', (error) => error.message)",
      );
      foreign.destroy();
      return said;
    });
    expect(answer).toBe('This page may not ask for that.');
  });
});
