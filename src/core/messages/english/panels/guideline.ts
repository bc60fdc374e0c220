export const panelsGuideline = {
  'panels.guideline.examplesOfTagname': 'Examples of {tagName}',
  'panels.guideline.guideline': 'Guideline',
  'panels.guideline.putTheGuidelineAway': 'Put the guideline away',
  'panels.guideline.thisTagHasNoGuideline': 'This tag has no guideline yet.',
} as const;
