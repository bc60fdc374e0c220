/** How an article is scrolled through: the same for every contender. Distances are CSS pixels. */
export interface ScrollScript {
  readonly step: number;
  readonly frames: number;
}

export interface ScrollFigures {
  readonly frames: number;
  /** Frames that came more than 50 ms after the one before. */
  readonly longFrames: number;
  readonly worstMs: number;
  readonly medianMs: number;
}

const longFrameMs = 50;

/** Moves by one step each frame, turning round at the ends, and times the frames. */
export function scrollThrough(scroller: HTMLElement, { step, frames }: ScrollScript): Promise<ScrollFigures> {
  return new Promise((resolve) => {
    const intervals: number[] = [];
    let previous: number | undefined;
    let direction = 1;
    const onFrame = (now: number) => {
      if (previous !== undefined) intervals.push(now - previous);
      previous = now;
      if (intervals.length === frames) {
        resolve(figuresOf(intervals));
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

function figuresOf(intervals: readonly number[]): ScrollFigures {
  const sorted = [...intervals].sort((a, b) => a - b);
  return {
    frames: intervals.length,
    longFrames: intervals.filter((interval) => interval > longFrameMs).length,
    worstMs: sorted.at(-1) ?? 0,
    medianMs: sorted[sorted.length >> 1] ?? 0,
  };
}
