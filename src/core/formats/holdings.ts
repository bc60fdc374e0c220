import type { Attributes } from '../model/attribute-value.ts';

/**
 * What a format can hold of a dataset, beside the articles’ text and spans of one stretch each. A format states it once; what is
 * taken away before it writes, what it is said to lose, what is looked for when its file is read back and the table of formats all follow from that.
 */
export interface Holdings {
  /** The articles’ texts and where spans stand in them. Without them only claims stay, with the speakers, places and dates that they are linked to. */
  readonly texts: boolean;
  /** Spans without a point on the map. Without them only those that have one stay, with the claims at them and who says these. */
  readonly unlocated: boolean;
  /** The text as it stands. Without it only white space may change. */
  readonly exactText: boolean;
  /** Control characters (NUL and others that XML forbids). Without it each becomes U+FFFD, in texts, quotes and notes alike. */
  readonly controls: boolean;
  readonly titles: boolean;
  /** Several fragments in one span. Without it each fragment is a span of its own. */
  readonly fragments: boolean;
  /** Spans within spans. Without it the longer span stays. */
  readonly nesting: boolean;
  /** Spans that overlap without nesting. Without it the one that begins first stays. */
  readonly crossing: boolean;
  /** White space at the ends of spans. Without it spans are trimmed, and those of white space alone go. */
  readonly outerSpace: boolean;
  readonly relations: boolean;
  /** The attributes of spans, or those of them for which the function is true. */
  readonly attributes: boolean | ((id: string, value: Attributes[string]) => boolean);
  /** The same for the attributes of relations. */
  readonly relationAttributes: boolean | ((id: string, value: Attributes[string]) => boolean);
  readonly notes: boolean;
  readonly flags: boolean;
  /** Who made each span and relation. */
  readonly annotators: boolean;
  /** How and when each was made. */
  readonly history: boolean;
  /** The ids of articles, spans and relations. */
  readonly ids: boolean;
  /** Names, colours, keys, guidelines and attributes of tags, and what relation types may link. The ids of those in use are always held. */
  readonly tagSet: boolean;
  /** Which tags and relation types there are, in use or not, and what relation types may link; said by ids alone. What holds the tag set holds this. */
  readonly inventory: boolean;
  readonly entities: boolean;
  /** Publication date, outlet, author and the like, or those of them for which the function is true. */
  readonly metadata: boolean | ((key: string, value: string) => boolean);
  /** Headings, quotations, list items, their pages and times. Without them they are found in the text anew. */
  readonly blocks: boolean;
  /** File name, encoding and hash of the file that the text came from. */
  readonly sources: boolean;
  /** State, note, labels and place of each article. */
  readonly articleWork: boolean;
  /** Which suggestions were refused. */
  readonly refusals: boolean;
  /** The project’s name. */
  readonly project: boolean;
}

export type Feature = keyof Holdings;

/** All of it: what the native dataset holds. */
export const everything: Holdings = {
  texts: true,
  unlocated: true,
  exactText: true,
  controls: true,
  titles: true,
  fragments: true,
  nesting: true,
  crossing: true,
  outerSpace: true,
  relations: true,
  attributes: true,
  relationAttributes: true,
  notes: true,
  flags: true,
  annotators: true,
  history: true,
  ids: true,
  tagSet: true,
  inventory: true,
  entities: true,
  metadata: true,
  blocks: true,
  sources: true,
  articleWork: true,
  refusals: true,
  project: true,
};

/** What others have names for: which suggestions somebody refused is a matter of this program's alone. */
export const allButRefusals: Holdings = { ...everything, refusals: false };

/** Text and plain spans, nested or not: the least that any format holds. */
export const spansAlone: Holdings = {
  ...everything,
  titles: false,
  fragments: false,
  relations: false,
  attributes: false,
  relationAttributes: false,
  notes: false,
  flags: false,
  annotators: false,
  history: false,
  ids: false,
  tagSet: false,
  inventory: false,
  entities: false,
  metadata: false,
  blocks: false,
  sources: false,
  articleWork: false,
  refusals: false,
  project: false,
};

/** How the table of formats and the report of losses name each part. */
export const featureNames: Readonly<Record<Feature, string>> = {
  texts: 'texts',
  unlocated: 'spans that are not on the map',
  exactText: 'exact text',
  controls: 'control characters',
  titles: 'titles',
  fragments: 'discontinuous spans',
  nesting: 'nested spans',
  crossing: 'crossing spans',
  outerSpace: 'white space at the ends of spans',
  relations: 'relations',
  attributes: 'attributes',
  relationAttributes: 'attributes of relations',
  notes: 'notes',
  flags: 'flags',
  annotators: 'annotators',
  history: 'origin and times',
  ids: 'ids',
  tagSet: 'tag set',
  inventory: 'tags without their definitions',
  entities: 'cast',
  metadata: 'metadata',
  blocks: 'blocks',
  sources: 'source files',
  articleWork: 'states, notes and labels of articles',
  refusals: 'refused suggestions',
  project: 'project name',
};
