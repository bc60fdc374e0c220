import { tagColourOf } from '../colour/tag-colours.ts';
import type { AttributeDefinition } from '../model/attribute-definition.ts';
import { defaultTagSet, type Tag } from '../model/tag-set.ts';
import type { TagSetTemplate } from './tag-set-template.ts';

const sourceKind = choice('sourceKind', 'Kind of source', [
  ['name', 'a name'],
  ['role', 'a role or title'],
  ['group', 'a group'],
  ['pronoun', 'a pronoun'],
  ['unnamed', 'unnamed on purpose'],
]);

/** What the speaker does with the content: says it, believes it, knows it, wants it. */
const attitude = choice('attitude', 'Attitude', [
  ['assertion', 'assertion'],
  ['belief', 'belief'],
  ['fact', 'knowledge of a fact'],
  ['eventuality', 'intention or wish'],
]);

const cueKind = choice('cueKind', 'Kind of cue', [
  ['verb', 'verb'],
  ['noun', 'noun'],
  ['preposition', 'preposition'],
  ['adverb', 'adverb'],
  ['punctuation', 'punctuation alone'],
]);

const cue: Tag = {
  id: 'cue',
  name: 'Cue',
  key: '5',
  mark: 'double',
  colour: tagColourOf({ hue: 309, chroma: 0.06, depth: 'deep' }),
  guideline:
    'The words that tie what is said to who says it. Take the whole verb group with its negation, without the speaker.',
  examples: ['did not say', 'according to', 'reportedly', 'in her view'],
  attributes: [
    cueKind,
    choice('negated', 'Negated', [
      ['yes', 'yes'],
      ['no', 'no'],
    ]),
  ],
};

/** Source, cue and content: the three parts that the attribution corpora PARC and PolNeAR tell apart. */
export const attributionWithCue: TagSetTemplate = {
  id: 'attribution-with-cue',
  name: 'Attribution with cue',
  purpose: 'The four tags, and the words that tie a claim to its speaker: source, cue and content.',
  tagSet: {
    tags: [
      ...defaultTagSet.tags.map((tag): Tag => {
        if (tag.id === 'speaker') return { ...tag, attributes: [...tag.attributes, sourceKind] };
        return tag.id === 'claim' ? { ...tag, attributes: [...tag.attributes, attitude] } : tag;
      }),
      cue,
    ],
    relationTypes: [...defaultTagSet.relationTypes, { id: 'cue', name: 'cue', from: ['cue'], to: ['claim'] }],
  },
};

function choice(
  id: string,
  name: string,
  options: readonly (readonly [string, string])[],
): AttributeDefinition {
  return {
    id,
    name,
    type: 'oneOf',
    options: options.map(([optionId, optionName]) => ({ id: optionId, name: optionName })),
  };
}
