export const panelsText = {
  'panels.text.aLaterVersionOfThe': 'a later version of the file',
  'panels.text.inTheTrash': 'in the trash',
  'panels.text.openedDate': 'opened {date}',
  'panels.text.readingAnnotations': 'reading annotations…',
  'panels.text.words': '{words, plural, one {# word} other {# words}}',
} as const;
