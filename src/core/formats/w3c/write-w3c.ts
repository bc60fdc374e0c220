import type { DatasetArticle, DatasetHead, DatasetRelation, DatasetSpan } from '../dataset-schema.ts';
import type { Articles } from '../format.ts';
import { descriptionIri, iriOf, localIri } from '../iri.ts';
import { SourceText } from '../source-text.ts';
import { utf8Pieces } from '../utf8-pieces.ts';
import { wellFormedJson } from '../well-formed-json.ts';

/** How much is quoted before and behind a span, in code points. */
const contextLength = 32;

/** A dataset as an annotation collection of one page, an annotation a line. */
export function webAnnotationBytes(head: DatasetHead, articles: Articles): AsyncGenerator<Uint8Array> {
  return utf8Pieces(parts(head, articles));
}

async function* parts({ project, annotators = [] }: DatasetHead, articles: Articles): AsyncGenerator<string> {
  const collection = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: localIri('annotations'),
    type: 'AnnotationCollection',
    label: project?.name,
    created: project?.createdAt,
    creator: annotators.map(({ id, name }) => ({ id: iriOf('person', id), type: 'Person', name })),
  };
  for (const [key, value] of Object.entries(collection)) {
    if (value !== undefined)
      yield `${key === '@context' ? '{\n' : ''}  ${wellFormedJson(key)}: ${wellFormedJson(value)},\n`;
  }
  const page = wellFormedJson(localIri('page:1'));
  yield `  "first": {\n    "id": ${page},\n    "type": "AnnotationPage",\n    "startIndex": 0,\n    "items": [`;
  let total = 0;
  for await (const article of articles) {
    for (const annotation of annotationsOf(article)) {
      yield `${total === 0 ? '\n' : ',\n'}      ${wellFormedJson(annotation)}`;
      total++;
    }
  }
  yield `${total === 0 ? ']' : '\n    ]'}\n  },\n  "total": ${total}\n}\n`;
}

function* annotationsOf(article: DatasetArticle): Generator<object> {
  yield description(article);
  const source = new SourceText(article.text);
  for (const span of article.spans ?? []) yield tagging(span, source, iriOf('article', article.id));
  for (const relation of article.relations ?? []) yield linking(relation);
}

/** The article itself, with its text. */
function description(article: DatasetArticle) {
  const { id, text, title, direction, versionOf, metadata = {}, createdAt, updatedAt } = article;
  return {
    id: descriptionIri(id),
    type: 'Annotation',
    motivation: 'describing',
    created: createdAt,
    modified: updatedAt,
    ...(Object.keys(metadata).length > 0 && { body: jsonBody(metadata) }),
    // A textual body may be the source of what is annotated, with its text (section 3.2.4).
    target: {
      source: {
        id: iriOf('article', id),
        type: 'TextualBody',
        format: 'text/plain',
        textDirection: direction,
        'dc:title': title,
        ...(versionOf !== null &&
          versionOf !== undefined && { 'dcterms:isVersionOf': { id: iriOf('article', versionOf) } }),
        value: text,
      },
    },
  };
}

function tagging(span: DatasetSpan, source: SourceText, article: string) {
  const { id, tag, note, flagged, attributes = {}, start, end, fragments = [{ start, end }] } = span;
  const targets = fragments.map((fragment) => ({ source: article, selector: selectors(source, fragment) }));
  return {
    id: iriOf('span', id),
    type: 'Annotation',
    motivation: 'tagging',
    ...authorship(span),
    body: [
      textBody('tagging', tag),
      ...(note ? [textBody('commenting', note)] : []),
      ...(flagged ? [textBody('moderating', 'flagged')] : []),
      ...(Object.keys(attributes).length > 0 ? [jsonBody(attributes)] : []),
    ],
    target: targets.length === 1 ? targets[0] : { type: 'List', items: targets },
  };
}

function selectors(source: SourceText, { start, end }: { readonly start: number; readonly end: number }) {
  return [
    {
      type: 'TextQuoteSelector',
      exact: source.words(start, end),
      prefix: source.words(Math.max(0, start - contextLength), start),
      suffix: source.words(end, end + contextLength),
    },
    { type: 'TextPositionSelector', start, end },
  ];
}

function linking(relation: DatasetRelation) {
  const { id, type, from, to, attributes = {} } = relation;
  return {
    id: iriOf('relation', id),
    type: 'Annotation',
    motivation: 'linking',
    ...authorship(relation),
    body: [
      { type: 'SpecificResource', source: iriOf('span', to), purpose: 'linking' },
      textBody('tagging', type),
      ...(Object.keys(attributes).length > 0 ? [jsonBody(attributes)] : []),
    ],
    target: iriOf('span', from),
  };
}

function authorship({ annotator, origin, createdAt, updatedAt }: DatasetSpan | DatasetRelation) {
  return {
    creator: annotator === undefined ? undefined : iriOf('person', annotator),
    created: createdAt,
    modified: updatedAt,
    generator:
      origin === undefined ? undefined : { id: iriOf('origin', origin), type: 'Software', name: origin },
  };
}

function textBody(purpose: string, value: string) {
  return { type: 'TextualBody', purpose, value };
}

/** Values that have no place in the model, as a text in JSON. */
function jsonBody(value: object) {
  return { ...textBody('describing', wellFormedJson(value)), format: 'application/json' };
}
