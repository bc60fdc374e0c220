export const panelsStatusBar = {
  'panels.statusBar.allChangesSaved': 'All changes saved',
  'panels.statusBar.annotations': '{annotations, plural, one {# annotation} other {# annotations}}',
  'panels.statusBar.annotationsAttributedOfClaimsAttributed':
    '{annotations, plural, one {# annotation} other {# annotations}} · {attributed} of {claims, plural, one {# claim} other {# claims}} attributed',
  'panels.statusBar.characters': '{characters, plural, one {# character} other {# characters}}',
  'panels.statusBar.goToTheNextSuggestion': 'Go to the next suggestion',
  'panels.statusBar.noSuggestionsTheyCouldNot': 'No suggestions: they could not be made',
  'panels.statusBar.saving': 'Saving…',
  'panels.statusBar.soFar': ' so far',
  'panels.statusBar.suggestions': '{suggestions, plural, one {# suggestion} other {# suggestions}}',
} as const;
