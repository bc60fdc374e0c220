/** What a link is proposed to, until it is kept or taken back. */
const proposed =
  'background-color: color-mix(in srgb, var(--accent) 26%, transparent); text-decoration: underline double var(--accent) 2px;';

/** What is suggested has a line above and one below, never a ground: grounds are for what a person tagged. */
const suggested =
  'text-decoration: underline overline dotted color-mix(in srgb, var(--ink) 55%, transparent) 1px;';

/** The highlights of the article and how each is painted. The document has one article. */
const looks = {
  'article-selection-idle': 'background-color: color-mix(in srgb, var(--selection) 75%, transparent);',
  'article-suggested': suggested,
  'article-suggested-current': 'text-decoration: underline overline solid var(--accent) 2px;',
  'article-found': 'background-color: color-mix(in srgb, var(--accent) 22%, transparent);',
  'article-found-current': 'background-color: var(--accent); color: var(--paper);',
  'article-proposed': proposed,
  'article-proposed-current': proposed,
} as const;

export type HighlightName = keyof typeof looks;

/**
 * A sheet that is in force only while there is something highlighted: its rules match any element, so that Chromium computes a further style
 * for every one that it draws.
 */
let sheet: CSSStyleSheet | undefined;
const shown = new Set<HighlightName>();

/** Paints a highlight, in the place of what it was before. */
export function showHighlight(name: HighlightName, highlight: Highlight): void {
  CSS.highlights.set(name, highlight);
  if (shown.size === 0) adopt();
  shown.add(name);
}

export function hideHighlight(name: HighlightName): void {
  if (!shown.delete(name)) return;
  CSS.highlights.delete(name);
  if (shown.size === 0)
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
}

function adopt(): void {
  sheet ??= sheetOfLooks();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

function sheetOfLooks(): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(
    Object.entries(looks)
      .map(([name, look]) => `::highlight(${name}) { ${look} }`)
      .join('\n'),
  );
  return made;
}
