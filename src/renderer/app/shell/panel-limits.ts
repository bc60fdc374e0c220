/** How narrow and wide the panels may be, CSS pixels; the settings' schema holds the same. */
export const settingsLimits = {
  articlesWidth: { min: 180, max: 520 },
  sideWidth: { min: 240, max: 640 },
} as const;
