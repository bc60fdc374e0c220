export const panelsFindBar = {
  'panels.findBar.closeFindBar': 'Close find bar',
  'panels.findBar.currentOfMatchesValue': '{current} of {matches}{value}',
  'panels.findBar.find': 'Find',
  'panels.findBar.findInArticle': 'Find in article',
  'panels.findBar.nextMatch': 'Next match',
  'panels.findBar.notFound': 'Not found',
  'panels.findBar.previousMatch': 'Previous match',
  'panels.findBar.searching': 'Searching…',
  'panels.findBar.tagAll': 'Tag all…',
} as const;
