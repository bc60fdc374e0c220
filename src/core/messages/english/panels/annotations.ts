export const panelsAnnotations = {
  'panels.annotations.annotations': 'Annotations',
  'panels.annotations.annotationsOfThisArticle': 'Annotations of this article',
  'panels.annotations.bySpeaker': 'By speaker',
  'panels.annotations.byTag': 'By tag',
  'panels.annotations.editAnnotations':
    'Edit {annotations, plural, one {# annotation} other {# annotations}}…',
  'panels.annotations.filterAnnotations': 'Filter annotations',
  'panels.annotations.filterByWordsOrNote': 'Filter by words or note',
  'panels.annotations.inOrder': 'In order',
  'panels.annotations.noAnnotationMatchesTheFilter': 'No annotation matches the filter.',
  'panels.annotations.noArticleIsOpen': 'No article is open.',
  'panels.annotations.noClaimMatchesTheFilter': 'No claim matches the filter, or none is tagged yet.',
  'panels.annotations.noSpeakerNamed': 'No speaker named',
  'panels.annotations.noSpeakerYet': 'No speaker yet',
  'panels.annotations.nothingIsTaggedYetSelect':
    'Nothing is tagged yet. Select words and press 1, 2, 3 or 4.',
  'panels.annotations.orderOfAnnotations': 'Order of annotations',
} as const;
