import { useMode as addMode, modeLrgb, modeRgb, wcagContrast } from 'culori/fn';
import { pageColours, type Theme } from './page-colours.ts';

addMode(modeRgb);
addMode(modeLrgb);

/** What text needs at least against what it stands on (WCAG 2.2, 1.4.3). */
export const leastContrast = 4.5;

/** The contrast of a colour (`#rrggbb`) with the page of a theme, 1 to 21. */
export function contrastOnPage(colour: string, theme: Theme): number {
  return wcagContrast(colour, pageColours[theme].paper);
}

/** The contrast of a colour with the surface of a theme on which it is hardest to read. */
export function contrastAtWorst(colour: string, theme: Theme): number {
  return Math.min(...Object.values(pageColours[theme]).map((surface) => wcagContrast(colour, surface)));
}
