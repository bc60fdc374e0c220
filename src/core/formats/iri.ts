/** What an id is of: each kind has a space of its own. */
export type IdKind = 'article' | 'span' | 'relation' | 'person' | 'origin' | 'entity';

/** Made up here: what stands in one project is known to nobody else by a name. */
const prefix = 'urn:x-ascribe:';
const ours = /^urn:x-ascribe:(?:article|span|relation|person|origin|entity):/;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const uuidUrn = 'urn:uuid:';
/** IRIs that mean the same to every reader of JSON-LD: with other schemes the context might have a prefix of that name. */
const kept = /^(?:https?:\/\/|urn:|#)/;

/**
 * The IRI of an id: itself where it is one, a UUID as `urn:uuid:` (RFC 9562), anything else as a URN of our own. `idOfIri` undoes it.
 */
export function iriOf(kind: IdKind, id: string): string {
  if (kind !== 'origin' && uuid.test(id)) return uuidUrn + id;
  if (kind !== 'origin' && kept.test(id) && isIri(id) && !id.startsWith(prefix) && !id.startsWith(uuidUrn))
    return id;
  return `${prefix}${kind}:${encoded(id)}`;
}

/** The IRI of the annotation that describes an article, which has one itself. */
export function descriptionIri(article: string): string {
  return `${prefix}about:${encoded(iriOf('article', article))}`;
}

/** The IRI of what a file has one of. */
export function localIri(name: string): string {
  return prefix + name;
}

function encoded(id: string): string {
  return encodeURIComponent(id.replace(/\p{Surrogate}/gu, '\ufffd'));
}

/** The origin that the IRI of a program stands for, or undefined. */
export function originOfIri(iri: string): string | undefined {
  return iri.startsWith(`${prefix}origin:`) ? idOfIri(iri) : undefined;
}

/** The id behind an IRI; one that is nobody’s is the IRI itself. */
export function idOfIri(iri: string): string {
  if (iri.startsWith(uuidUrn) && uuid.test(iri.slice(uuidUrn.length))) return iri.slice(uuidUrn.length);
  const [start] = ours.exec(iri) ?? [];
  if (start === undefined) return iri;
  try {
    return decodeURIComponent(iri.slice(start.length));
  } catch {
    return iri;
  }
}

/** True for absolute IRIs and for fragments, as far as their characters tell. */
export function isIri(value: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|#)[^\s<>"{}|\\^`\p{Cc}\p{Surrogate}]+$/iu.test(value);
}
