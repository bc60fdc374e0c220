import { onOneLine } from '../../text/white-space.ts';
import type { DatasetArticle, DatasetSpan } from '../dataset-schema.ts';
import type { Articles } from '../format.ts';
import { iriOf } from '../iri.ts';
import { locatedIn, pointOf } from '../located-in.ts';
import { utf8Pieces } from '../utf8-pieces.ts';
import { wellFormedJson } from '../well-formed-json.ts';

/** One collection with a feature for each annotation that has a point, a feature a line. */
export function placeBytes(articles: Articles): AsyncGenerator<Uint8Array> {
  return utf8Pieces(parts(articles));
}

async function* parts(articles: Articles): AsyncGenerator<string> {
  yield '{\n  "type": "FeatureCollection",\n  "features": [';
  let separator = '\n';
  for await (const article of articles) {
    for (const feature of featuresOf(article)) {
      yield `${separator}    ${wellFormedJson(feature)}`;
      separator = ',\n';
    }
  }
  yield separator === '\n' ? ']\n}\n' : '\n  ]\n}\n';
}

function* featuresOf(article: DatasetArticle): Generator<object> {
  const { located, claimsAt, speakersOf } = locatedIn(article);
  const { title, metadata = {} } = article;
  const { url, outlet, published, date } = metadata;
  for (const span of located) {
    const place = pointOf(span);
    if (place === undefined) continue;
    const words = onOneLine(span.text);
    const claims = claimsAt.get(span.id) ?? [];
    const sayings = claims.map((claim) => {
      const speakers = speakersOf.get(claim.id) ?? [];
      return speakers.length === 0 ? onOneLine(claim.text) : `${said(speakers)}: ${onOneLine(claim.text)}`;
    });
    yield {
      type: 'Feature',
      id: iriOf('span', span.id),
      // RFC 7946, 3.1.1: longitude before latitude, in degrees of WGS 84.
      geometry: { type: 'Point', coordinates: [place.longitude, place.latitude] },
      // One level deep: programs for maps make a column of each.
      properties: {
        name: place.name === '' ? words : place.name,
        words,
        tag: span.tag,
        ...(place.sourceId !== '' && { place: [place.source, place.sourceId].filter(Boolean).join(':') }),
        ...(title && { article: title }),
        ...((published ?? date) && { published: published ?? date }),
        ...(outlet && { outlet }),
        ...(url && { url }),
        ...(sayings.length > 0 && { claims: sayings }),
      },
    };
  }
}

function said(speakers: readonly DatasetSpan[]): string {
  return speakers.map(({ text }) => onOneLine(text)).join(', ');
}
