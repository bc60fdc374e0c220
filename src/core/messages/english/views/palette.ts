export const viewsPalette = {
  'views.palette.article': 'Article',
  'views.palette.cast': 'Cast',
  'views.palette.commandPalette': 'Command palette',
  'views.palette.commandsArticlesTags': 'Commands, articles, tags, projects and cast',
  'views.palette.nothingHasTheseLetters':
    'No command, article, tag, project or member of the cast has these letters.',
  'views.palette.openProject': 'Open project: {name}',
  'views.palette.project': 'Project',
  'views.palette.searchOrRunACommand': 'Search or run a command',
  'views.palette.tag': 'Tag',
} as const;
