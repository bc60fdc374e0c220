export const panelsToolBar = {
  'panels.toolBar.tagFirstThenSelect': 'Tag first, then select',
  'panels.toolBar.tags': 'Tags',
} as const;
