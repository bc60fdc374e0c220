import { useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** The latest that anything waits, ms: a window that is not seen has no frames. */
const longestWait = 100;

const waiting = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * `value`, but a change of it only when the frame that comes next has been painted: for what is dear to draw and not what one looks at first. Before the next
 * key or click everything has caught up, so that nobody can act on what is no longer so.
 * @param atOnce true where a change is to be drawn with everything else
 */
export function useAfterPaint<Value>(value: Value, atOnce = false): Value {
  const [shown, setShown] = useState(() => value);
  useLayoutEffect(() => {
    if (Object.is(shown, value)) return;
    const show = () => setShown(() => value);
    wait(show);
    return () => {
      waiting.delete(show);
    };
  }, [shown, value]);
  return atOnce ? value : shown;
}

/** Draws now what waits for the paint. */
export function catchUp(): void {
  clearTimeout(timer);
  timer = undefined;
  if (waiting.size === 0) return;
  const acts = [...waiting];
  waiting.clear();
  flushSync(() => {
    for (const act of acts) act();
  });
}

for (const input of ['keydown', 'pointerdown', 'beforeinput'])
  window.addEventListener(input, catchUp, { capture: true });

function wait(show: () => void): void {
  waiting.add(show);
  if (timer !== undefined) return;
  timer = setTimeout(catchUp, longestWait);
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      catchUp();
    };
    port2.postMessage(null);
  });
}
