export const panelsNotices = {
  'panels.notices.cancel': 'Cancel',
  'panels.notices.dismiss': 'Dismiss',
  'panels.notices.labelDoneOfTotal': '{label}: {done} of {total}',
  'panels.notices.messages': 'Messages',
} as const;
