import { expect } from '@playwright/test';
import type { RunningApp } from './launch.ts';

/** Gives the window's content this size in CSS pixels of zoom 1, smaller than a user could make it if need be. */
export async function resize({ app, page }: RunningApp, width: number, height: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, [w, h]) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setMinimumSize(1, 1);
      window?.setContentSize(w, h);
    },
    [width, height] as const,
  );
  await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height]);
}

/** Makes the window so large that the margin has room beside the text while both side panels are open. */
export function makeRoomForMargin(running: RunningApp): Promise<void> {
  return resize(running, 1600, 900);
}
