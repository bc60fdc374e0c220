/** Why a document cannot be read as XML. */
export interface XmlFault {
  /** A clause about “it”, without a full stop: `it is not well-formed XML (unclosed tag: a)`. */
  readonly reason: string;
  /** Line of the document, from 1. */
  readonly line: number;
}
