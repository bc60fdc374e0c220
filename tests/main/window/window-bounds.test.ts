import { describe, expect, it } from 'vitest';
import { placeWindow } from '../../../src/main/window/window-bounds.ts';

const main = { x: 0, y: 27, width: 1920, height: 1053 };
const right = { x: 1920, y: 0, width: 1280, height: 1024 };

describe('the window opens', () => {
  it('in the middle of the main screen at first, no larger than that', () => {
    expect(placeWindow(undefined, [main])).toEqual({ x: 320, y: 153, width: 1280, height: 800 });
    expect(placeWindow(undefined, [{ x: 0, y: 0, width: 1024, height: 600 }])).toEqual({
      x: 0,
      y: 0,
      width: 1024,
      height: 600,
    });
  });

  it('where it was, on whichever screen', () => {
    const saved = { x: 2000, y: 40, width: 900, height: 700 };
    expect(placeWindow(saved, [main, right])).toEqual(saved);
  });

  it('on a present screen when its own is gone or hides its top edge', () => {
    const usual = placeWindow(undefined, [main]);
    for (const saved of [
      { x: 2000, y: 40, width: 900, height: 700 },
      { x: 100, y: -500, width: 900, height: 700 },
      { x: -850, y: 100, width: 900, height: 700 },
      { x: 100, y: 1070, width: 900, height: 700 },
    ]) {
      expect(placeWindow(saved, [main])).toEqual(usual);
    }
  });

  it('no larger than the screen and no smaller than it can be used', () => {
    expect(placeWindow({ x: 10, y: 30, width: 5000, height: 10 }, [main])).toEqual({
      x: 10,
      y: 30,
      width: 1920,
      height: 480,
    });
  });
});
