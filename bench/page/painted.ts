export interface PaintFigures {
  /** From the call to its return. */
  readonly scriptMs: number;
  /** What the two frames from the call on kept the main thread busy: script, style, layout, paint. Free of the wait between frames. */
  readonly busyMs: number;
  /** From the call to the end of the second frame, the wait between frames included. */
  readonly paintedMs: number;
}

/**
 * Makes a change at the start of a frame and times it until the second frame has been styled, laid out and painted: what a change puts off to
 * the next frame counts (CodeMirror measures there, and draws what it finds missing). A message posted in a frame is
 * delivered after that frame's rendering.
 */
export function timePaint(change: () => void): Promise<PaintFigures> {
  return new Promise((resolve, reject) => {
    requestAnimationFrame(() => {
      const started = performance.now();
      try {
        change();
      } catch (error) {
        reject(error);
        return;
      }
      const scriptMs = performance.now() - started;
      let firstFrameMs = scriptMs;
      afterRendering(() => {
        firstFrameMs = performance.now() - started;
      });
      requestAnimationFrame(() => {
        const secondFrame = performance.now();
        afterRendering(() => {
          const ended = performance.now();
          resolve({ scriptMs, busyMs: firstFrameMs + ended - secondFrame, paintedMs: ended - started });
        });
      });
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
