import { english } from '../english/english.ts';
import type { Language } from '../language.ts';

export const language: Language = {
  tag: 'en',
  name: 'English',
  locale: 'en-GB',
  direction: 'ltr',
  messages: english,
};
