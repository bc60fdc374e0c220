/** One page of a started Electron, driven by the DevTools protocol: no more of it than is needed here. */
export interface PageSession {
  /** The value of an expression, promises awaited. */
  evaluate(expression: string): Promise<unknown>;
  click(x: number, y: number): Promise<void>;
  close(): void;
}

/** Connects to the first page; undefined while there is none. */
export async function connectToPage(developerTools: URL): Promise<PageSession | undefined> {
  const answer = await fetch(`http://${developerTools.host}/json/list`);
  const targets: { type: string; webSocketDebuggerUrl: string }[] = await answer.json();
  const page = targets.find(({ type }) => type === 'page');
  if (page === undefined) return undefined;
  const socket = new WebSocket(page.webSocketDebuggerUrl);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = reject;
  });
  let last = 0;
  const send = (method: string, params: object) =>
    new Promise<{ result?: { value?: unknown }; exceptionDetails?: { text: string } }>((resolve, reject) => {
      const id = ++last;
      const listen = ({ data }: MessageEvent) => {
        const message = JSON.parse(data);
        if (message.id !== id) return;
        socket.removeEventListener('message', listen);
        if (message.error === undefined) resolve(message.result);
        else reject(new Error(`${method}: ${message.error.message}`));
      };
      socket.addEventListener('message', listen);
      socket.send(JSON.stringify({ id, method, params }));
    });
  return {
    async evaluate(expression) {
      const params = { expression, awaitPromise: true, returnByValue: true };
      const { result, exceptionDetails } = await send('Runtime.evaluate', params);
      if (exceptionDetails !== undefined) throw new Error(`in the page: ${exceptionDetails.text}`);
      return result?.value;
    },
    async click(x, y) {
      const at = { x, y, button: 'left', clickCount: 1 };
      await send('Input.dispatchMouseEvent', { type: 'mousePressed', ...at });
      await send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...at });
    },
    close: () => socket.close(),
  };
}
