import { type Attributes, attributesSchema } from '../../model/attribute-value.ts';
import type { DatasetDraft } from '../dataset-draft.ts';
import { parseBoundedJson } from '../json/bounded-json.ts';
import { parseItem } from '../json-item.ts';
import type { WebAnnotation } from './web-annotation.ts';

/** What the bodies of an annotation say. */
export interface BodyContent {
  readonly tags: readonly string[];
  readonly notes: readonly string[];
  readonly isFlagged: boolean;
  /** Of bodies in JSON. */
  readonly values: Attributes;
}

const tagPurposes = new Set(['tagging', 'classifying']);
/** Purposes whose words are a note. */
const notePurposes = new Set([
  '',
  'commenting',
  'describing',
  'replying',
  'questioning',
  'assessing',
  'editing',
  'highlighting',
  'bookmarking',
  'linking',
  'moderating',
  'identifying',
]);

/**
 * Sorts bodies by their purposes (section 3.3.5 of the data model): tags and classes, words, values in JSON. What else is annotated with, as pages and pictures,
 * is counted as unknown.
 */
export function bodyContent(draft: DatasetDraft, { bodies }: WebAnnotation): BodyContent {
  const tags: string[] = [];
  const notes: string[] = [];
  let isFlagged = false;
  let values: Attributes = {};
  // Where some bodies say that they are tags, the others are none.
  const hasTags = bodies.some(({ purpose, hasOwnPurpose }) => hasOwnPurpose && tagPurposes.has(purpose));
  for (const { purpose: stated, hasOwnPurpose, text, format, iri } of bodies) {
    const purpose = hasTags && !hasOwnPurpose && tagPurposes.has(stated) ? '' : stated;
    const isTag = tagPurposes.has(purpose);
    const tag = isTag ? (text ?? iri) : undefined;
    const json = format === 'application/json' && text !== undefined ? attributesIn(text) : undefined;
    if (tag !== undefined && tag !== '' && tag.length <= 256) tags.push(tag);
    else if (json !== undefined) values = { ...values, ...json };
    else if (purpose === 'moderating' && text === 'flagged') isFlagged = true;
    else if (text !== undefined && notePurposes.has(purpose)) notes.push(text);
    // Where a relation goes is read with the relation.
    else if (!(purpose === 'linking' && iri !== undefined)) draft.unknown('body');
  }
  return { tags, notes, isFlagged, values };
}

function attributesIn(json: string): Attributes | undefined {
  const attributes = parseItem(attributesSchema, parseBoundedJson(json));
  return attributes.ok ? attributes.value : undefined;
}
