import {
  useMode as addMode,
  converter,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  modeLab65,
  modeRgb,
  type Rgb,
} from 'culori/fn';
import type { Tag } from '../model/tag-set.ts';
import { themes } from './page-colours.ts';
import type { TagColour } from './tag-colours.ts';

addMode(modeRgb);
addMode(modeLab65);
const toRgb = converter('rgb');
const difference = differenceCiede2000();

/** How colours are seen. */
export const visions = ['full', 'protanopia', 'deuteranopia', 'tritanopia'] as const;
export type Vision = (typeof visions)[number];

const seen: Readonly<Record<Vision, (colour: Rgb) => Rgb>> = {
  full: (colour) => colour,
  protanopia: filterDeficiencyProt(1),
  deuteranopia: filterDeficiencyDeuter(1),
  tritanopia: filterDeficiencyTrit(1),
};

/** Under this much (CIEDE2000) two thin lines in running text look alike. 2 is just to be seen on large patches side by side. */
export const leastDifference = 8;

/** How far apart two colours are for that vision, in the theme where they are nearer (CIEDE2000). */
export function colourDifference(a: TagColour, b: TagColour, vision: Vision): number {
  const differences = themes.map((theme) => {
    const [x, y] = [toRgb(a[theme]), toRgb(b[theme])];
    return x === undefined || y === undefined ? 0 : difference(seen[vision](x), seen[vision](y));
  });
  return Math.min(...differences);
}

/** Those who can hardly tell the two tags apart: nobody when their marks differ. */
export function confusedBy(a: Pick<Tag, 'mark' | 'colour'>, b: Pick<Tag, 'mark' | 'colour'>): Vision[] {
  if (a.mark !== b.mark) return [];
  return visions.filter((vision) => colourDifference(a.colour, b.colour, vision) < leastDifference);
}
