/** A value as a table holds it; null is an empty cell. */
export type Cell = string | number | boolean | null;

/** `json`: any JSON, written as its text. */
export type ColumnType = 'text' | 'integer' | 'number' | 'boolean' | 'json';

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  /**
   * The keys that lead to the value in a record of the native dataset. A column without them repeats what stands elsewhere, for whoever looks at the
   * table, and is not read.
   */
  readonly path?: readonly [string] | readonly [string, string];
  /** What an empty cell means, where it means a value. */
  readonly empty?: string | false | 0 | null | readonly [];
}

/** Which columns the records of one kind have as a table. */
export interface TableShape {
  /** In lower case, without an ending. */
  readonly name: string;
  readonly columns: readonly Column[];
  /**
   * The member of the record whose own members, under keys that are free, follow in columns of their own: `cue` of `attributes` as `attribute.cue`. `value`: any
   * JSON, as `valueCell` has it.
   */
  readonly open?: { readonly member: string; readonly prefix: string; readonly type: 'text' | 'value' };
}

const text = (name: string, ...path: [string] | [string, string]): Column => ({ name, type: 'text', path });
const told = (name: string): Column => ({ name, type: 'text' });
const orEmpty = (column: Column, empty: Column['empty']): Column => ({ ...column, empty: empty ?? null });
const list = (name: string, key: string): Column => ({ name, type: 'json', path: [key], empty: [] });
const flag = (name: string, ...path: [string] | [string, string]): Column => ({
  name,
  type: 'boolean',
  path,
  empty: false,
});

const times = [text('created_at', 'createdAt'), text('updated_at', 'updatedAt')];
const authorship = [text('annotator', 'annotator'), text('origin', 'origin'), ...times];
const attributes = { member: 'attributes', prefix: 'attribute.', type: 'value' } as const;

export const articlesShape: TableShape = {
  name: 'articles',
  columns: [
    text('id', 'id'),
    text('title', 'title'),
    text('text', 'text'),
    text('direction', 'direction'),
    text('state', 'state'),
    orEmpty(text('note', 'note'), ''),
    list('labels', 'labels'),
    { name: 'position', type: 'number', path: ['position'], empty: null },
    orEmpty(text('version_of', 'versionOf'), null),
    ...times,
    orEmpty(text('trashed_at', 'trashedAt'), null),
    orEmpty(text('file_name', 'source', 'fileName'), ''),
    text('file_sha256', 'source', 'sha256'),
    text('file_encoding', 'source', 'encoding'),
    { name: 'file_bytes', type: 'integer', path: ['source', 'byteLength'] },
    text('file_reader', 'source', 'reader'),
    flag('file_byte_order_mark', 'source', 'byteOrderMark'),
    { name: 'file_replacements', type: 'integer', path: ['source', 'replacements'], empty: 0 },
    { name: 'blocks', type: 'json', path: ['blocks'] },
  ],
  open: { member: 'metadata', prefix: 'metadata.', type: 'text' },
};

/** `article` is no key of a native span or relation: it says to which article the record belongs. */
const ofArticle = [text('article_id', 'article'), told('article_title')];

export const spansShape: TableShape = {
  name: 'spans',
  columns: [
    ...ofArticle,
    text('id', 'id'),
    text('tag', 'tag'),
    { name: 'start', type: 'integer', path: ['start'] },
    { name: 'end', type: 'integer', path: ['end'] },
    text('text', 'text'),
    { name: 'fragments', type: 'json', path: ['fragments'] },
    told('entity_name'),
    orEmpty(text('note', 'note'), ''),
    flag('flagged', 'flagged'),
    ...authorship,
  ],
  open: attributes,
};

export const relationsShape: TableShape = {
  name: 'relations',
  columns: [
    ...ofArticle,
    text('id', 'id'),
    text('type', 'type'),
    text('from', 'from'),
    told('from_tag'),
    told('from_text'),
    text('to', 'to'),
    told('to_tag'),
    told('to_text'),
    ...authorship,
  ],
  open: attributes,
};

export const tagsShape: TableShape = {
  name: 'tags',
  columns: [
    text('id', 'id'),
    text('name', 'name'),
    text('key', 'key'),
    text('mark', 'mark'),
    text('colour_light', 'colour', 'light'),
    text('colour_dark', 'colour', 'dark'),
    text('guideline', 'guideline'),
    { name: 'examples', type: 'json', path: ['examples'] },
    { name: 'attributes', type: 'json', path: ['attributes'] },
  ],
};

export const relationTypesShape: TableShape = {
  name: 'relation_types',
  columns: [
    text('id', 'id'),
    text('name', 'name'),
    { name: 'from', type: 'json', path: ['from'] },
    { name: 'to', type: 'json', path: ['to'] },
  ],
};

export const entitiesShape: TableShape = {
  name: 'entities',
  columns: [
    text('id', 'id'),
    text('kind', 'kind'),
    text('name', 'name'),
    orEmpty(text('role', 'role'), ''),
    list('aliases', 'aliases'),
    flag('anonymous', 'anonymous'),
    orEmpty(text('note', 'note'), ''),
    ...times,
  ],
};

export const annotatorsShape: TableShape = {
  name: 'annotators',
  columns: [text('id', 'id'), text('name', 'name')],
};

export const projectShape: TableShape = {
  name: 'project',
  columns: [text('id', 'id'), text('name', 'name'), text('created_at', 'createdAt')],
};

/** In the order in which they are written and shown. */
export const tableShapes: readonly TableShape[] = [
  spansShape,
  relationsShape,
  articlesShape,
  tagsShape,
  relationTypesShape,
  entitiesShape,
  annotatorsShape,
  projectShape,
];
