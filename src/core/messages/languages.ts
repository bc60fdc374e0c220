import type { Language } from './language.ts';
import { language as english } from './languages/en.language.ts';

/** The languages that can be chosen, English first: a file of `languages/` each, and a line here. */
export const languages: readonly Language[] = [english];
