import type { TagMark, TagSet } from '../../core/model/tag-set.ts';
import type { LineLook, MarkLook } from './mark-look.ts';

/** Distance between two stacked lines, CSS pixels. */
const levelStep = 4;
/** Room under the words for the first line, CSS pixels. */
const baseRoom = 1;
/** Beyond this many the lines would run into the next line of text; further ones share the last level. */
const deepestLevel = 3;

/**
 * Lightness of washes by depth, and chroma as a share of the tag's own (OKLCH). Fixed lightness keeps the ink's contrast above 4.5:1
 * whatever hue the analyst picks.
 */
export const washLightness = {
  light: [0.95, 0.915, 0.88],
  dark: [0.31, 0.355, 0.4],
  current: { light: 0.9, dark: 0.38 },
} as const;
const washChroma = [0.36, 0.5, 0.62] as const;
const currentChroma = 0.62;

/** One string for each distinct look, the same for equal looks. */
export function keyOfLook(look: MarkLook): string {
  return JSON.stringify([look.washes, look.washCurrent, look.washLit, look.opens, look.closes, look.lines]);
}

/**
 * The rules that give every tag its colours as custom properties on the article. In forced colours they are system colours, and the
 * kind of mark alone tells the tags apart.
 */
export function tagColourRules(tagSet: TagSet): string[] {
  const own = tagSet.tags.map(({ colour: { light, dark } }, i) => {
    const washes = washLightness.light.map((lightness, depth) => {
      const chroma = washChroma[depth] ?? 0.4;
      return `--tag-${i}-wash-${depth}: ${wash(light, dark, lightness, washLightness.dark[depth] ?? 0.3, chroma)};`;
    });
    const { current } = washLightness;
    return `--tag-${i}: light-dark(${light}, ${dark}); ${washes.join(' ')} --tag-${i}-wash-current: ${wash(light, dark, current.light, current.dark, currentChroma)};`;
  });
  const forced = tagSet.tags.map((_, i) => {
    const washes = washLightness.light.map((_lightness, depth) => `--tag-${i}-wash-${depth}: Mark;`);
    return `--tag-${i}: CanvasText; ${washes.join(' ')} --tag-${i}-wash-current: Highlight;`;
  });
  return [
    `.article-text { ${own.join(' ')} }`,
    `@media (forced-colors: active) { .article-text { ${forced.join(' ')} } }`,
  ];
}

/** The rules that paint a look, for elements of class `className`. */
export function lookRules(className: string, look: MarkLook, tagSet: TagSet): string[] {
  const levels = look.lines.map((line) => Math.min(line.level, deepestLevel));
  const highest = Math.max(0, ...levels);
  const room = baseRoom + highest * levelStep;
  const lines = look.lines.flatMap((line, i) => {
    const fromBottom = (highest - (levels[i] ?? 0)) * levelStep;
    return lineLayers(line, markOf(tagSet, line.tag), tagName(tagSet, line.tag), fromBottom);
  });
  const held = look.lines
    .filter((line) => line.current || line.lit)
    .map(
      (line) => `linear-gradient(0deg, ${glow(tagSet, line.tag)}, ${glow(tagSet, line.tag)}) 0 0 / 100% 100%`,
    );
  const layers = [...lines, ...held, ...washLayers(look, tagSet, highest * levelStep)];
  const body = [
    `padding-block-end: ${room}px;`,
    layers.length > 0 ? `background: ${layers.join(', ')};` : '',
    ...edgeDeclarations(look, tagSet),
  ].filter((declaration) => declaration !== '');
  const rules = [`.${className} { ${body.join(' ')} }`];
  if (look.washes.length > 0) {
    const ink = look.washCurrent ? 'HighlightText' : 'MarkText';
    rules.push(`@media (forced-colors: active) { .${className} { color: ${ink}; } }`);
  }
  return rules;
}

function lineLayers(line: LineLook, mark: TagMark, colour: string, fromBottom: number): string[] {
  const c = `var(${colour}, var(--soft))`;
  const weight = line.current ? 3.5 : 2.5;
  const at = (bottom: number) => `0 calc(100% - ${bottom}px)`;
  const solid = (bottom: number, thickness: number) =>
    `linear-gradient(${c}, ${c}) ${at(bottom)} / 100% ${thickness}px no-repeat`;
  switch (mark) {
    case 'dotted':
      return [
        `radial-gradient(circle closest-side, ${c} 88%, transparent) ${at(fromBottom)} / 5px ${weight}px repeat-x`,
      ];
    case 'dashed':
      return [`linear-gradient(90deg, ${c} 62%, transparent 0) ${at(fromBottom)} / 9px ${weight}px repeat-x`];
    case 'double':
      return [
        solid(fromBottom, line.current ? 1.5 : 1),
        solid(fromBottom + (line.current ? 3 : 2.5), line.current ? 1.5 : 1),
      ];
    case 'wavy': {
      // Two slanting strokes side by side make a zigzag.
      const height = line.current ? 4 : 3;
      const stroke = (angle: number, x: number) =>
        `linear-gradient(${angle}deg, transparent 33%, ${c} 33% 67%, transparent 67%) ${x}px calc(100% - ${fromBottom}px) / ${2 * height}px ${height}px repeat-x`;
      return [stroke(45, 0), stroke(-45, height)];
    }
    default:
      return [solid(fromBottom, weight)];
  }
}

function washLayers(look: MarkLook, tagSet: TagSet, linesRoom: number): string[] {
  const innermost = look.washes.at(-1);
  if (innermost === undefined) return [];
  // What is lit looks as if it lay one deeper.
  const layers = look.washes.length + (look.washLit ? 1 : 0);
  const depth = look.washCurrent ? 'current' : Math.min(layers, washLightness.light.length) - 1;
  const colour = `var(${tagName(tagSet, innermost)}-wash-${depth}, var(--desk))`;
  return [`linear-gradient(${colour}, ${colour}) 0 0 / 100% calc(100% - ${linesRoom}px) no-repeat`];
}

/** Washes are too pale for 3:1 against the page, so each ends in a line of the tag's own colour; the current one begins with a bar. */
function edgeDeclarations(look: MarkLook, tagSet: TagSet): string[] {
  const shadows: string[] = [];
  if (look.opens !== null) {
    const width = look.opens.current ? 3 : 1;
    shadows.push(
      `calc(var(--article-first-side) * ${width}px) 0 0 var(${tagName(tagSet, look.opens.tag)}, var(--soft))`,
    );
  }
  if (look.closes !== null) {
    shadows.push(
      `calc(var(--article-first-side) * -1px) 0 0 var(${tagName(tagSet, look.closes.tag)}, var(--soft))`,
    );
  }
  return shadows.length > 0 ? [`box-shadow: ${shadows.join(', ')};`] : [];
}

function glow(tagSet: TagSet, tag: string): string {
  return `color-mix(in srgb, var(${tagName(tagSet, tag)}, var(--soft)) 14%, transparent)`;
}

function wash(light: string, dark: string, onLight: number, onDark: number, chroma: number): string {
  return `light-dark(oklch(from ${light} ${onLight} calc(c * ${chroma}) h), oklch(from ${dark} ${onDark} calc(c * ${chroma}) h))`;
}

/** The custom property of a tag's colour; one that is never set for a tag that the tag set does not have. */
function tagName(tagSet: TagSet, tag: string): string {
  const index = tagSet.tags.findIndex(({ id }) => id === tag);
  return index === -1 ? '--tag-unknown' : `--tag-${index}`;
}

function markOf(tagSet: TagSet, tag: string): TagMark {
  return tagSet.tags.find(({ id }) => id === tag)?.mark ?? 'solid';
}
