export const viewsExport = {
  'views.export.noPlaceForSuggestions':
    '{format} has no place for suggestions that nobody has decided about: they stay out.',
  'views.export.withSuggestions':
    'Suggestions that nobody has decided about too, as predictions apart from the annotations',
} as const;
