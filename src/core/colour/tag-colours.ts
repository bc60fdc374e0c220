import { useMode as addMode, clampChroma, converter, formatHex, modeOklch } from 'culori/fn';
import type { Tag } from '../model/tag-set.ts';
import { contrastAtWorst, leastContrast } from './contrast.ts';
import type { Theme } from './page-colours.ts';

addMode(modeOklch);
const toOklch = converter('oklch');

/** A tag's colour on the light and on the dark page. */
export type TagColour = Tag['colour'];

/** What of a colour is free to choose; lightness follows from the page. */
export interface Tint {
  /** Degrees, OKLCH. */
  readonly hue: number;
  /** OKLCH, 0 for grey; what the screen cannot show is reduced. */
  readonly chroma: number;
  /** `deep` tints are darker than `bright` ones, so that two of one hue can be told apart. */
  readonly depth: 'bright' | 'deep';
}

/** The lightness (OKLCH) at which the search for a readable one begins. */
const firstLightness: Readonly<Record<Tint['depth'], Readonly<Record<Theme, number>>>> = {
  bright: { light: 0.545, dark: 0.83 },
  deep: { light: 0.42, dark: 0.68 },
};
/** Fine enough that the eye sees no step. */
const lightnessStep = 0.005;

/** The pair of colours of a tint: as light or dark as the tint says, then on until each has 4.5:1 on every surface of its theme. */
export function tagColourOf(tint: Tint): TagColour {
  return { light: readable(tint, 'light'), dark: readable(tint, 'dark') };
}

/** The tint that comes nearest to a pair of colours, as a place to begin when it is to be changed. */
export function tintOf({ light }: TagColour): Tint {
  const colour = toOklch(light);
  const lightness = colour?.l ?? 0;
  const middle = (firstLightness.bright.light + firstLightness.deep.light) / 2;
  return {
    hue: Math.round(colour?.h ?? 0) % 360,
    chroma: Math.round((colour?.c ?? 0) * 100) / 100,
    depth: lightness < middle ? 'deep' : 'bright',
  };
}

/** The pair itself where both colours have the contrast, else with the colour that lacks it made readable: for colours that come from elsewhere. */
export function readablePair(colour: TagColour): TagColour {
  const pick = (theme: Theme) => {
    if (contrastAtWorst(colour[theme], theme) >= leastContrast) return colour[theme];
    const own = toOklch(colour[theme]);
    return readable({ hue: own?.h ?? 0, chroma: own?.c ?? 0, depth: 'bright' }, theme);
  };
  return { light: pick('light'), dark: pick('dark') };
}

function readable({ hue, chroma, depth }: Tint, theme: Theme): string {
  const towards = theme === 'light' ? -lightnessStep : lightnessStep;
  for (let l = firstLightness[depth][theme]; l > 0 && l < 1; l += towards) {
    const hex = formatHex(clampChroma({ mode: 'oklch', l, c: chroma, h: hue }, 'oklch'));
    if (contrastAtWorst(hex, theme) >= leastContrast) return hex;
  }
  return theme === 'light' ? '#000000' : '#ffffff';
}
