/**
 * What marks and tag names stand on, by theme. `renderer/ui/theme.css` says the same for the window, and a test compares the two. `paper` is the page of
 * the article; names of tags stand on the other two as well.
 */
export const pageColours = {
  light: { paper: '#fdfcf9', desk: '#f3f1ec', raised: '#ffffff' },
  dark: { paper: '#1b1c1e', desk: '#141517', raised: '#222427' },
} as const;

export type Theme = keyof typeof pageColours;

export const themes: readonly Theme[] = ['light', 'dark'];
