import { z } from 'zod';
import { attributeDefinitionSchema } from './attribute-definition.ts';
import { identifierSchema } from './identifier.ts';
import { presetAttributes } from './known-attributes.ts';

const colourSchema = z.string().regex(/^#[0-9a-f]{6}$/);

/**
 * How spans of a tag are drawn, so that the tag never rests on colour alone: a `wash` behind long passages, a line under short ones.
 */
export const tagMarkSchema = z.enum(['wash', 'solid', 'dotted', 'dashed', 'double', 'wavy']);
export type TagMark = z.infer<typeof tagMarkSchema>;

export const tagSchema = z.strictObject({
  id: identifierSchema,
  name: z.string().min(1).max(256),
  /** The single key that tags, e.g. `1`; empty when it has none. */
  key: z.string().max(1),
  mark: tagMarkSchema,
  /** Colours on the light and on the dark page, each with 4.5:1 against it. */
  colour: z.strictObject({ light: colourSchema, dark: colourSchema }),
  /** When to use the tag, in the analyst's words. */
  guideline: z.string(),
  /** Stretches of text that the tag is right for, as the guideline shows them. */
  examples: z.array(z.string()).default([]),
  attributes: z.array(attributeDefinitionSchema).default([]),
});
export type Tag = Readonly<z.infer<typeof tagSchema>>;

export const relationTypeSchema = z.strictObject({
  id: identifierSchema,
  name: z.string().min(1).max(256),
  /** Ids of the tags that may stand at each end. */
  from: z.array(identifierSchema),
  to: z.array(identifierSchema),
});
export type RelationType = Readonly<z.infer<typeof relationTypeSchema>>;

/** The tags and relation types in force in a project. */
export const tagSetSchema = z.strictObject({
  tags: z.array(tagSchema),
  relationTypes: z.array(relationTypeSchema),
});
export type TagSet = Readonly<z.infer<typeof tagSetSchema>>;

/** The tag with that id, or undefined when the tag set has none. */
export function tagById(tagSet: TagSet, id: string): Tag | undefined {
  return tagSet.tags.find((tag) => tag.id === id);
}

/** The tag set of a new project. Colours from `shared/look`; the ids are part of the dataset format. */
export const defaultTagSet: TagSet = {
  tags: [
    {
      id: 'speaker',
      name: 'Speaker',
      key: '1',
      mark: 'solid',
      colour: { light: '#0067a8', dark: '#6fb7ec' },
      guideline: 'Who says it: a name, a role, a pronoun or an organisation.',
      examples: [],
      attributes: presetAttributes.speaker ?? [],
    },
    {
      id: 'claim',
      name: 'Claim',
      key: '2',
      mark: 'wash',
      colour: { light: '#9a5b00', dark: '#e8b25a' },
      guideline: 'What is said, quoted or reported, without the words that introduce it.',
      examples: [],
      attributes: presetAttributes.claim ?? [],
    },
    {
      id: 'location',
      name: 'Location',
      key: '3',
      mark: 'dotted',
      colour: { light: '#00745a', dark: '#5fc9a8' },
      guideline: 'Where it was said or where it holds.',
      examples: [],
      attributes: presetAttributes.location ?? [],
    },
    {
      id: 'date',
      name: 'Date',
      key: '4',
      mark: 'dashed',
      colour: { light: '#a23b76', dark: '#e391bf' },
      guideline: 'When it was said or when it holds.',
      examples: [],
      attributes: presetAttributes.date ?? [],
    },
  ],
  relationTypes: [
    { id: 'says', name: 'says', from: ['speaker'], to: ['claim'] },
    { id: 'at', name: 'at', from: ['claim'], to: ['location'] },
    { id: 'on', name: 'on', from: ['claim'], to: ['date'] },
    { id: 'reports', name: 'reports', from: ['claim'], to: ['claim'] },
  ],
};
