/** A rectangle on the desktop, in device-independent pixels. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const smallestWindow = { width: 640, height: 480 } as const;
const usualWindow = { width: 1280, height: 800 } as const;

/** So much of the window's top edge must lie on a screen that it can be seen and dragged. */
const graspable = { width: 100, height: 32 } as const;

/**
 * Where to open the window: where it was, when a present screen shows enough of it, no larger than that screen; else in the middle of
 * the first screen.
 * @param areas what of each present screen is free for windows, the main screen first
 */
export function placeWindow(saved: Rectangle | undefined, areas: readonly Rectangle[]): Rectangle {
  const main = areas[0] ?? { x: 0, y: 0, ...usualWindow };
  const area = saved && areas.find((each) => isGraspable(saved, each));
  if (saved === undefined || area === undefined) {
    const width = Math.min(usualWindow.width, main.width);
    const height = Math.min(usualWindow.height, main.height);
    return {
      x: main.x + Math.floor((main.width - width) / 2),
      y: main.y + Math.floor((main.height - height) / 2),
      width,
      height,
    };
  }
  return {
    x: saved.x,
    y: saved.y,
    width: Math.min(Math.max(saved.width, smallestWindow.width), area.width),
    height: Math.min(Math.max(saved.height, smallestWindow.height), area.height),
  };
}

function isGraspable(window: Rectangle, area: Rectangle): boolean {
  const across = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  return (
    across >= graspable.width && window.y >= area.y && window.y + graspable.height <= area.y + area.height
  );
}
