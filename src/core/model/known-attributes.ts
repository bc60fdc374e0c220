import type { AttributeDefinition } from './attribute-definition.ts';
import type { Attributes } from './attribute-value.ts';
import type { Identifier } from './identifier.ts';
import type { Span } from './span.ts';

/** Ids of attributes that the app itself sets and reads, whatever the tag set calls them. They are part of the dataset format. */
export const entityAttribute = 'entity';
export const noSpeakerAttribute = 'noSpeaker';
export const cueAttribute = 'cue';
export const dateAttribute = 'value';
export const placeAttribute = 'place';

/** The entity that a span stands for, or undefined. */
export function entityOf({ attributes }: Pick<Span, 'attributes'>): Identifier | undefined {
  const value = stringAt(attributes, entityAttribute);
  return value === '' ? undefined : value;
}

/** True when somebody has said that nobody is named as the speaker of this claim. */
export function isSpeakerless({ attributes }: Pick<Span, 'attributes'>): boolean {
  return Object.hasOwn(attributes, noSpeakerAttribute) && attributes[noSpeakerAttribute] === true;
}

function stringAt(attributes: Attributes, id: string): string | undefined {
  const value = Object.hasOwn(attributes, id) ? attributes[id] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** The attributes that the four default tags come with, all of them changeable. */
export const presetAttributes: Readonly<Record<string, AttributeDefinition[]>> = {
  speaker: [{ id: entityAttribute, name: 'Who', type: 'entity', options: [] }],
  claim: [
    {
      id: 'form',
      name: 'Form',
      type: 'oneOf',
      options: [
        { id: 'direct', name: 'direct quotation' },
        { id: 'indirect', name: 'indirect speech' },
        { id: 'mixed', name: 'mixed' },
      ],
    },
    {
      id: 'stance',
      name: 'Stance',
      type: 'oneOf',
      options: [
        { id: 'supports', name: 'supports' },
        { id: 'opposes', name: 'opposes' },
        { id: 'neutral', name: 'neutral' },
        { id: 'unclear', name: 'unclear' },
      ],
    },
    {
      id: 'checkWorthiness',
      name: 'Worth checking',
      type: 'oneOf',
      options: [
        { id: 'yes', name: 'yes' },
        { id: 'maybe', name: 'maybe' },
        { id: 'no', name: 'no' },
      ],
    },
    { id: cueAttribute, name: 'Cue', type: 'text', options: [] },
    { id: noSpeakerAttribute, name: 'No speaker named', type: 'boolean', options: [] },
  ],
  location: [{ id: placeAttribute, name: 'Place', type: 'place', options: [] }],
  date: [{ id: dateAttribute, name: 'When', type: 'date', options: [] }],
};
