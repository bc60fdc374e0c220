import type { MessageKey } from './english/english.ts';

/** Every message of a language. Keys and their arguments are those of English. */
export type Messages = Readonly<Record<MessageKey, string>>;

/** A language of the interface: one file of `languages/` that exports one of these. */
export interface Language {
  /** BCP 47; what the setting holds and the page says of itself. */
  readonly tag: string;
  /** What it calls itself. */
  readonly name: string;
  /** Whose dates, numbers, plurals and alphabetical order are used. BCP 47. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  readonly messages: Messages;
}
