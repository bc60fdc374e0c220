import { readAttribute } from '../../model/attribute-definition.ts';
import { dateAttribute, entityAttribute, placeAttribute } from '../../model/known-attributes.ts';
import { onOneLine } from '../../text/white-space.ts';
import { attributionsIn } from '../attributions-in.ts';
import type { DatasetArticle, DatasetEntity, DatasetHead, DatasetSpan } from '../dataset-schema.ts';
import type { Articles } from '../format.ts';
import { iriOf } from '../iri.ts';
import { utf8Pieces } from '../utf8-pieces.ts';
import { wellFormedJson } from '../well-formed-json.ts';

/** The claims of a dataset as one graph, a node a line: the cast, then each article with its claims. */
export function claimBytes(head: DatasetHead, articles: Articles): AsyncGenerator<Uint8Array> {
  return utf8Pieces(parts(head, articles));
}

async function* parts({ entities = [] }: DatasetHead, articles: Articles): AsyncGenerator<string> {
  yield '{\n  "@context": "https://schema.org",\n  "@graph": [';
  let separator = '\n';
  for (const entity of entities) {
    yield `${separator}    ${wellFormedJson(entityNode(entity))}`;
    separator = ',\n';
  }
  const cast = new Set(entities.map(({ id }) => id));
  for await (const article of articles) {
    for (const node of nodesOf(article, cast)) {
      yield `${separator}    ${wellFormedJson(node)}`;
      separator = ',\n';
    }
  }
  yield separator === '\n' ? ']\n}\n' : '\n  ]\n}\n';
}

/** Somebody of the cast. Of what is neither a person nor an organisation nothing more is said than that it is a thing. */
function entityNode({ id, kind, name, role = '', aliases = [], note = '' }: DatasetEntity) {
  const types = { person: 'Person', organisation: 'Organization', other: 'Thing' } as const;
  return {
    '@type': types[kind ?? 'other'],
    '@id': iriOf('entity', id),
    name,
    ...(aliases.length > 0 && { alternateName: aliases }),
    // Only persons have a job.
    ...(role !== '' && (kind === 'person' ? { jobTitle: role } : { disambiguatingDescription: role })),
    ...(note !== '' && { description: note }),
  };
}

function* nodesOf(article: DatasetArticle, cast: ReadonlySet<string>): Generator<object> {
  const { spans, relations, claims } = attributionsIn(article);
  if (claims.size === 0) return;
  yield articleNode(article);
  const byId = new Map(spans.map((span) => [span.id, span]));
  const linked = new Map<string, { speakers: DatasetSpan[]; places: DatasetSpan[]; dates: DatasetSpan[] }>();
  for (const { id } of claims) linked.set(id, { speakers: [], places: [], dates: [] });
  for (const { type, from, to } of relations) {
    const [claim, end] = type === 'says' ? [to, from] : [from, to];
    const links = linked.get(claim);
    const span = byId.get(end);
    if (links === undefined || span === undefined) continue;
    const list = type === 'says' ? links.speakers : type === 'at' ? links.places : links.dates;
    list.push(span);
  }
  for (const claim of claims) {
    const links = linked.get(claim.id);
    yield {
      '@type': 'Claim',
      '@id': iriOf('span', claim.id),
      text: claim.text,
      ...property('author', links?.speakers.map((speaker) => author(speaker, cast)) ?? []),
      appearance: { '@id': iriOf('article', article.id) },
      // A claim’s place and time may be those of what it says or of its being said: schema.org has these two for where that is not known.
      ...property('spatial', links?.places.map(place) ?? []),
      ...property('temporal', links?.dates.map(time) ?? []),
    };
  }
}

function articleNode({ id, title, metadata = {} }: DatasetArticle) {
  const { url, outlet, author: byline, published, date } = metadata;
  return {
    '@type': 'NewsArticle',
    '@id': iriOf('article', id),
    ...(title && { headline: title }),
    ...(url && { url }),
    ...((published ?? date) && { datePublished: published ?? date }),
    ...(byline && { author: { name: byline } }),
    ...(outlet && { publisher: { '@type': 'Organization', name: outlet } }),
  };
}

/** Who says it: somebody of the cast, else whoever is meant by the words. */
function author({ text, attributes = {} }: DatasetSpan, cast: ReadonlySet<string>) {
  const entity = attributes[entityAttribute];
  return typeof entity === 'string' && cast.has(entity)
    ? { '@id': iriOf('entity', entity) }
    : { name: onOneLine(text) };
}

function place({ text, attributes = {} }: DatasetSpan) {
  const read = readAttribute(attributes, { id: placeAttribute, type: 'place' });
  const known = read.ok ? read.value : undefined;
  const { name = '', latitude = null, longitude = null, source = '', sourceId = '' } = known ?? {};
  const words = onOneLine(text);
  return {
    '@type': 'Place',
    name: name === '' ? words : name,
    ...(name !== '' && name !== words && { alternateName: words }),
    ...(latitude !== null &&
      longitude !== null && { geo: { '@type': 'GeoCoordinates', latitude, longitude } }),
    ...(sourceId !== '' && {
      identifier: { '@type': 'PropertyValue', ...(source !== '' && { propertyID: source }), value: sourceId },
    }),
  };
}

/** The value that a date comes to, else its words. */
function time({ text, attributes = {} }: DatasetSpan): string {
  const read = readAttribute(attributes, { id: dateAttribute, type: 'date' });
  return read.ok && read.value !== undefined ? read.value.value : onOneLine(text);
}

/** One value as it is, several as a list, none not at all. */
function property<Name extends string, Value>(name: Name, values: readonly Value[]) {
  const [first] = values;
  return first === undefined ? {} : { [name]: values.length === 1 ? first : values };
}
