/** Something that was found in a profile or a file. */
export interface Finding {
  /** The file or project that it is about, as the person knows it. */
  readonly subject: string;
  /** A sentence without its full stop. */
  readonly words: string;
  /** `fault`: not as it should be. `note`: worth knowing, nothing is wrong. */
  readonly kind: 'fault' | 'note';
  /** What can be done about it; left out where nothing can, or nothing need be. */
  readonly mend?: Mend;
}

/** A way to mend a fault. It takes nothing away: what is replaced or left out is kept under another name. */
export interface Mend {
  /** What will be done, and from which copy: an order without its full stop. */
  readonly words: string;
  /** @throws a Node file-system error; things are as before then, or mended. */
  readonly run: () => Promise<void>;
}

export function fault(subject: string, words: string, mend?: Mend): Finding {
  return { subject, words, kind: 'fault', ...(mend && { mend }) };
}

export function note(subject: string, words: string, mend?: Mend): Finding {
  return { subject, words, kind: 'note', ...(mend && { mend }) };
}
