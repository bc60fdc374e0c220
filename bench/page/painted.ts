/**
 * Makes a change at the start of a frame; resolves to the milliseconds from the call until the second frame has been styled, laid out and painted.
 * What a change puts off to the next frame counts (CodeMirror measures there, and draws what it finds missing). A message
 * posted in a frame is delivered after that frame's rendering.
 */
export function timePaint(change: () => void): Promise<number> {
  return new Promise((resolve, reject) => {
    requestAnimationFrame(() => {
      const started = performance.now();
      try {
        change();
      } catch (error) {
        reject(error);
        return;
      }
      requestAnimationFrame(() => afterRendering(() => resolve(performance.now() - started)));
    });
  });
}

/** Lets everything come to rest: frames that others have asked for, and tasks after them. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 3; i++) await timePaint(() => undefined);
}

function afterRendering(then: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    then();
  };
  port2.postMessage(null);
}
