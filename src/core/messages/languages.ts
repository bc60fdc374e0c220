import type { Language } from './language.ts';
import { language as english } from './languages/en.language.ts';

const modules = import.meta.glob<{ readonly language: Language }>('./languages/*.language.ts', {
  eager: true,
});

/** The languages that can be chosen, English first. The folder is the list. */
export const languages: readonly Language[] = [
  english,
  ...Object.values(modules)
    .map(({ language }) => language)
    .filter(({ tag }) => tag !== english.tag)
    .sort((a, b) => (a.tag < b.tag ? -1 : 1)),
];
