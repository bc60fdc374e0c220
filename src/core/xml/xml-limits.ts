/** How much of a document is read before it is given up: each is far beyond what people and programs write. */
export interface XmlLimits {
  /** Elements within elements. Small enough that a walk down a tree may call itself. */
  readonly depth: number;
  /** UTF-16 units of the whole document. */
  readonly units: number;
  /** Attributes of one element. */
  readonly attributes: number;
  /** Elements, texts and attributes that a tree may hold; what is read by events holds none. */
  readonly nodes: number;
}

export const xmlLimits: XmlLimits = {
  depth: 256,
  units: 256 * 1024 * 1024,
  attributes: 10_000,
  nodes: 4_000_000,
};
