import { grouped } from '../text/number-words.ts';

/** Each kind of loss, as a noun in the plural, with what one of it is called. */
const singulars = {
  'project names': 'project name',
  'entities of the cast': 'entity of the cast',
  'definitions of tags': 'definition of a tag',
  'texts whose white space changes': 'text whose white space changes',
  'texts of articles': 'text of an article',
  'texts’ headings and blocks': 'text’s headings and blocks',
  titles: 'title',
  'control characters (each becomes U+FFFD)': 'control character (it becomes U+FFFD)',
  'fields of metadata': 'field of metadata',
  'records of source files': 'record of a source file',
  'states of articles': 'state of an article',
  'notes on articles': 'note on an article',
  'labels of articles': 'label of an article',
  'articles in the trash': 'article in the trash',
  'refused suggestions': 'refused suggestion',
  'spans that belong to no claim': 'span that belongs to no claim',
  'spans that are not on the map': 'span that is not on the map',
  'spans of white space alone': 'span of white space alone',
  'spans with white space at their ends (trimmed)': 'span with white space at its ends (trimmed)',
  'discontinuous spans (each fragment becomes a span)': 'discontinuous span (each fragment becomes a span)',
  'nested spans': 'nested span',
  'crossing spans': 'crossing span',
  relations: 'relation',
  attributes: 'attribute',
  'attributes of relations': 'attribute of a relation',
  notes: 'note',
  flags: 'flag',
  'names of annotators': 'name of an annotator',
  'origins and times': 'origin and time',
} as const;

export type LossKind = keyof typeof singulars;

/** A loss for a sentence: `1 note`, `1 300 notes`. The command line says the kind as it is, since programs read it there. */
export function lossPhrase(kind: LossKind, count: number): string {
  return `${grouped(count)} ${count === 1 ? singulars[kind] : kind}`;
}
