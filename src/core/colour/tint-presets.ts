import type { Tint } from './tag-colours.ts';

/**
 * Tints near the hues of Okabe and Ito's palette. Since contrast takes lightness away as a means to tell them apart, they differ in depth and strength instead, so
 * that each two are further apart than `leastDifference` for every kind of colour vision, on both pages.
 */
export const tintPresets: readonly (Tint & { readonly name: string })[] = [
  { name: 'Blue', hue: 259, chroma: 0.18, depth: 'deep' },
  { name: 'Sky blue', hue: 228, chroma: 0.1, depth: 'bright' },
  { name: 'Sage green', hue: 145, chroma: 0.06, depth: 'bright' },
  { name: 'Olive', hue: 98, chroma: 0.1, depth: 'deep' },
  { name: 'Amber', hue: 85, chroma: 0.14, depth: 'bright' },
  { name: 'Brick red', hue: 25, chroma: 0.1, depth: 'deep' },
  { name: 'Rose', hue: 353, chroma: 0.06, depth: 'bright' },
  { name: 'Plum', hue: 309, chroma: 0.06, depth: 'deep' },
];
