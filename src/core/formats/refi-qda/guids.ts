import { Sha256 } from '../sha256.ts';

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Things of one kind have ids of their own; a project’s GUIDs are all different. */
export type GuidKind =
  | 'user'
  | 'code'
  | 'source'
  | 'selection'
  | 'coding'
  | 'link'
  | 'set'
  | 'case'
  | 'variable';

/** GUIDs for what has ids: an id that is a GUID is its own, others are made one by SHA-256, always the same. */
export class Guids {
  /** GUID, lower case → what it stands for. */
  readonly #owners = new Map<string, string>();

  of(kind: GuidKind, id: string): string {
    const owner = `${kind}\n${id}`;
    for (let attempt = 0; ; attempt++) {
      const candidate =
        attempt === 0 && guid.test(id) ? id : hashed(attempt < 2 ? owner : `${owner}\n${attempt}`);
      const taken = this.#owners.get(candidate.toLowerCase());
      if (taken !== undefined && taken !== owner) continue;
      this.#owners.set(candidate.toLowerCase(), owner);
      return candidate;
    }
  }
}

/** A UUID of version 8 (RFC 9562, section 5.8) made of the text’s hash. */
function hashed(text: string): string {
  const hex = Sha256.of(new TextEncoder().encode(text));
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
