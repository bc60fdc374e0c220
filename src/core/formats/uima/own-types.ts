import {
  annotationType,
  booleanType,
  type CasFeature,
  type CasType,
  documentType,
  stringType,
  topType,
} from './type-system.ts';

/**
 * A feature that holds a member of a record of the dataset. Numbers are strings, since UIMA itself makes 0 of a number that is not there; `json` is the member’s
 * JSON, `word` a string that XML may not be able to hold.
 */
export interface RecordFeature {
  readonly name: string;
  readonly key: string;
  readonly kind: 'text' | 'word' | 'boolean' | 'number' | 'texts' | 'json';
}

const of = (kind: RecordFeature['kind'], names: Readonly<Record<string, string>>): RecordFeature[] =>
  Object.entries(names).map(([name, key]) => ({ name, key, kind }));
const same = (kind: RecordFeature['kind'], ...keys: string[]): RecordFeature[] =>
  keys.map((key) => ({ name: key, key, kind }));

const authorship = same('text', 'annotator', 'origin', 'createdAt', 'updatedAt');

/**
 * What stands in a CAS beside the text, as features of types in the package `ascribe`: which feature holds which member. Names of features are words that every
 * UIMA program can have in a class, so `id` and `from` have others.
 */
export const records = {
  Span: [
    ...of('text', { identifier: 'id', value: 'tag' }),
    ...same('text', 'note'),
    ...same('boolean', 'flagged'),
    ...authorship,
  ],
  Relation: [...of('text', { identifier: 'id', value: 'type' }), ...authorship],
  Block: [
    ...of('text', { value: 'kind' }),
    ...same('number', 'page'),
    ...of('number', { heardFrom: 'from', heardTo: 'to' }),
  ],
  Article: [
    ...same('text', 'direction', 'versionOf', 'createdAt', 'updatedAt', 'trashedAt', 'state', 'note'),
    ...same('texts', 'labels'),
    ...same('number', 'position'),
  ],
  Source: [
    ...same('text', 'fileName', 'sha256', 'encoding', 'reader'),
    ...same('number', 'byteLength', 'replacements'),
    ...same('boolean', 'byteOrderMark'),
  ],
  Project: [...of('text', { identifier: 'id' }), ...same('text', 'name', 'createdAt')],
  Annotator: [...of('text', { identifier: 'id' }), ...same('text', 'name')],
  Entity: [
    ...of('text', { identifier: 'id' }),
    ...same('text', 'kind', 'name', 'role', 'note', 'createdAt', 'updatedAt'),
    ...same('texts', 'aliases'),
    ...same('boolean', 'anonymous'),
  ],
  Tag: [
    ...of('text', { identifier: 'id' }),
    ...same('text', 'name', 'key', 'mark', 'guideline'),
    ...same('json', 'colour', 'attributes'),
    ...same('texts', 'examples'),
  ],
  RelationType: [
    ...of('text', { identifier: 'id' }),
    ...same('text', 'name'),
    ...of('texts', { tagsFrom: 'from', tagsTo: 'to' }),
  ],
  /** One attribute of a span or relation, or one field of an article's metadata. `kind` is `text`, or `json` when `value` is the value's JSON. */
  Attribute: [...same('word', 'name'), ...same('text', 'kind', 'value')],
} as const satisfies Readonly<Record<string, readonly RecordFeature[]>>;
export type RecordName = keyof typeof records;

const ownPackage = 'ascribe.';

export function ownType(name: RecordName | 'Fragment'): string {
  return `${ownPackage}${name}`;
}

export function isOwnType(type: string): boolean {
  return type.startsWith(ownPackage);
}

/** DKPro Core's type for what a document is called, which INCEpTION and WebAnno look for. */
export const metadataType = 'de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData';

const ranges: Readonly<Record<RecordFeature['kind'], string>> = {
  text: stringType,
  word: stringType,
  json: stringType,
  number: stringType,
  boolean: booleanType,
  texts: `${stringType}[]`,
};

function type(name: RecordName, superType: string, description: string, ...more: CasFeature[]): CasType {
  const features = records[name].map(({ name: feature, kind }) => ({ name: feature, range: ranges[kind] }));
  return { name: ownType(name), superType, description, features: [...features, ...more] };
}

const many = (name: string, of: string): CasFeature => ({ name, range: `${of}[]` });
const attributes = many('attributes', ownType('Attribute'));

/** The type system of what is written: every program that loads a file can know its types. */
export const ownTypes: readonly CasType[] = [
  {
    name: metadataType,
    superType: documentType,
    features: ['documentTitle', 'documentId', 'documentUri', 'collectionId', 'documentBaseUri']
      .map((name): CasFeature => ({ name, range: stringType }))
      .concat({ name: 'isLastSegment', range: booleanType }),
  },
  type(
    'Span',
    annotationType,
    'A tagged stretch of the text. "value" is its tag; "fragments" are there where it is in several pieces.',
    attributes,
    many('fragments', ownType('Fragment')),
  ),
  { name: ownType('Fragment'), superType: annotationType, features: [], description: 'A piece of a span.' },
  type(
    'Relation',
    annotationType,
    'A link from the span "Governor" to the span "Dependent". "value" is its type.',
    attributes,
    { name: 'Governor', range: annotationType },
    { name: 'Dependent', range: annotationType },
  ),
  type('Block', annotationType, 'How a stretch of the text is set: "value" is title, heading, quote….'),
  type(
    'Article',
    topType,
    'What is known of the text as a whole.',
    many('metadata', ownType('Attribute')),
    many('blocks', ownType('Block')),
    { name: 'source', range: ownType('Source') },
  ),
  type('Source', topType, 'The file that the text came from.'),
  type(
    'Project',
    topType,
    'What the text shares with others that it was tagged with.',
    many('annotators', ownType('Annotator')),
    many('entities', ownType('Entity')),
    many('tags', ownType('Tag')),
    many('relationTypes', ownType('RelationType')),
  ),
  type('Annotator', topType, 'Who made spans and relations; they name it by its identifier.'),
  type('Entity', topType, 'Somebody who speaks; the attribute "entity" of spans names it by its identifier.'),
  type('Tag', topType, 'What spans can be tagged with. "colour" and "attributes" are JSON.'),
  type('RelationType', topType, 'What relations there can be, and between which tags.'),
  type('Attribute', topType, 'A name and its value.'),
];
