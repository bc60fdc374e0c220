import { describe, expect, it } from 'vitest';
import { defaultTagSet, type TagMark, type TagSet } from '../../../src/core/model/tag-set.ts';
import type { MarkLook } from '../../../src/renderer/editor/mark-look.ts';
import {
  keyOfLook,
  lookRules,
  tagColourRules,
  washLightness,
} from '../../../src/renderer/editor/mark-styles.ts';

const bare: MarkLook = {
  washes: [],
  washCurrent: false,
  washLit: false,
  opens: null,
  closes: null,
  lines: [],
};

function line(tag: string, level: number, current = false) {
  return { tag, level, current, lit: false };
}

function ruleOf(look: MarkLook, tagSet: TagSet = defaultTagSet): string {
  return lookRules('look-0', look, tagSet)[0] ?? '';
}

/** Lines' distances from the bottom, as the rule has them. */
function bottoms(rule: string): number[] {
  return [...rule.matchAll(/calc\(100% - (\d+(?:\.\d+)?)px\) \//g)].map(([, px]) => Number(px));
}

describe('lookRules', () => {
  it('puts stacked lines at different heights, the deepest lowest', () => {
    const rule = ruleOf({ ...bare, lines: [line('location', 0), line('speaker', 1), line('date', 2)] });
    expect(bottoms(rule)).toEqual([8, 4, 0]);
    expect(rule).toContain('padding-block-end: 9px');
  });

  it('draws each kind of line in its own way', () => {
    const kinds: TagMark[] = ['solid', 'dotted', 'dashed', 'double', 'wavy'];
    const tagSet: TagSet = {
      relationTypes: [],
      tags: kinds.map((mark) => ({
        id: mark,
        name: mark,
        key: '',
        mark,
        colour: { light: '#123456', dark: '#abcdef' },
        guideline: '',
        examples: [],
        attributes: [],
      })),
    };
    const drawn = kinds.map((mark) =>
      ruleOf({ ...bare, lines: [line(mark, 0)] }, tagSet).replaceAll(/--tag-\d/g, '--tag'),
    );
    expect(new Set(drawn).size).toBe(kinds.length);
  });

  it('draws a current line thicker and an ordinary one not', () => {
    expect(ruleOf({ ...bare, lines: [line('speaker', 0)] })).toContain('/ 100% 2.5px');
    expect(ruleOf({ ...bare, lines: [line('speaker', 0, true)] })).toContain('/ 100% 3.5px');
  });

  it('washes deeper where claims nest, and deepest at a fixed depth', () => {
    const depth = (count: number) =>
      /wash-(\w+)/.exec(ruleOf({ ...bare, washes: Array.from({ length: count }, () => 'claim') }))?.[1];
    expect([1, 2, 3, 7].map(depth)).toEqual(['0', '1', '2', '2']);
    expect(ruleOf({ ...bare, washes: ['claim'], washCurrent: true })).toContain('wash-current');
  });

  it('lights a wash by a depth and a line by a glow', () => {
    expect(ruleOf({ ...bare, washes: ['claim'], washLit: true })).toContain('wash-1');
    expect(ruleOf({ ...bare, washes: ['claim', 'claim', 'claim'], washLit: true })).toContain('wash-2');
    expect(ruleOf({ ...bare, washes: ['claim'], washLit: true, washCurrent: true })).toContain(
      'wash-current',
    );
    expect(ruleOf({ ...bare, lines: [line('speaker', 0)] })).not.toContain('14%');
    expect(ruleOf({ ...bare, lines: [{ ...line('speaker', 0), lit: true }] })).toContain('14%');
  });

  it('ends a wash in a line of the full colour, the current one begins with a bar', () => {
    const edge = { tag: 'claim', current: false };
    expect(ruleOf({ ...bare, washes: ['claim'], opens: edge })).toMatch(
      /box-shadow: calc\(var\(--article-first-side\) \* 1px\)/,
    );
    expect(ruleOf({ ...bare, washes: ['claim'], opens: { ...edge, current: true } })).toMatch(/\* 3px\)/);
    expect(ruleOf({ ...bare, washes: ['claim'], closes: edge })).toMatch(/\* -1px\)/);
  });

  it('draws a tag that the tag set does not have in the quiet colour', () => {
    expect(ruleOf({ ...bare, lines: [line('gone', 0)] })).toContain('var(--tag-unknown, var(--soft))');
  });
});

describe('keyOfLook', () => {
  it('is the same for equal looks only', () => {
    const look = { ...bare, lines: [line('date', 0)] };
    expect(keyOfLook(look)).toBe(keyOfLook({ ...bare, lines: [line('date', 0)] }));
    expect(keyOfLook(look)).not.toBe(keyOfLook({ ...bare, lines: [line('date', 1)] }));
    expect(keyOfLook(look)).not.toBe(keyOfLook({ ...bare, lines: [line('date', 0, true)] }));
    expect(keyOfLook({ ...bare, washes: ['claim'] })).not.toBe(
      keyOfLook({ ...bare, washes: ['claim'], washLit: true }),
    );
  });
});

describe('tagColourRules', () => {
  it('gives each tag its two colours, and system colours when colours are forced', () => {
    const [own, forced] = tagColourRules(defaultTagSet);
    expect(own).toContain('--tag-0: light-dark(#0067a8, #6fb7ec);');
    expect(forced).toMatch(/^@media \(forced-colors: active\)/);
    expect(forced).toContain('--tag-0: CanvasText;');
  });

  it('keeps the ink at 4.5:1 and more on every wash, whatever the hue', () => {
    const ink = { light: luminance('#1f1d1a'), dark: luminance('#e6e3dc') };
    const depths = {
      light: [...washLightness.light, washLightness.current.light],
      dark: [...washLightness.dark, washLightness.current.dark],
    };
    for (const theme of ['light', 'dark'] as const) {
      for (const lightness of depths[theme]) {
        for (let hue = 0; hue < 360; hue += 10) {
          for (const chroma of [0, 0.05, 0.1, 0.16]) {
            const wash = luminanceOfOklch(lightness, chroma, hue);
            const [high, low] = wash > ink[theme] ? [wash, ink[theme]] : [ink[theme], wash];
            expect((high + 0.05) / (low + 0.05)).toBeGreaterThanOrEqual(4.5);
          }
        }
      }
    }
  });
});

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Relative luminance of an OKLCH colour, clipped to sRGB as a screen does (matrices of the CSS Color 4 specification). */
function luminanceOfOklch(lightness: number, chroma: number, hue: number): number {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (value: number) => Math.min(1, Math.max(0, value));
  const red = clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
  const green = clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
  const blue = clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
