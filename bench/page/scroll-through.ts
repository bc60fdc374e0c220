/** How an article is scrolled through: the same for every contender. Distances are CSS pixels. */
export interface ScrollScript {
  readonly step: number;
  readonly frames: number;
}

/**
 * Moves by one step each frame, turning round at the ends; resolves to the milliseconds between frames. It refers to nothing outside of itself, so that it can
 * be sent into the app's own page.
 */
export function scrollThrough(scroller: Element, { step, frames }: ScrollScript): Promise<number[]> {
  return new Promise((resolve) => {
    const intervals: number[] = [];
    let previous: number | undefined;
    let direction = 1;
    const onFrame = (now: number) => {
      if (previous !== undefined) intervals.push(now - previous);
      previous = now;
      if (intervals.length === frames) {
        resolve(intervals);
        return;
      }
      const end = scroller.scrollHeight - scroller.clientHeight;
      if (scroller.scrollTop >= end - 1) direction = -1;
      else if (scroller.scrollTop <= 0) direction = 1;
      scroller.scrollTop += direction * step;
      requestAnimationFrame(onFrame);
    };
    requestAnimationFrame(onFrame);
  });
}
