import { tagColourOf } from '../colour/tag-colours.ts';
import { entityAttribute } from '../model/known-attributes.ts';
import { defaultTagSet, type Tag, tagById } from '../model/tag-set.ts';
import type { TagSetTemplate } from './tag-set-template.ts';

const entity: Tag['attributes'] = [{ id: entityAttribute, name: 'Who', type: 'entity', options: [] }];

export const namedEntities: TagSetTemplate = {
  id: 'named-entities',
  name: 'Plain named entities',
  purpose: 'People, organisations, locations, dates and what else has a name or a number; no links.',
  tagSet: {
    tags: [
      {
        id: 'person',
        name: 'Person',
        key: '1',
        mark: 'solid',
        colour: tagColourOf({ hue: 259, chroma: 0.18, depth: 'deep' }),
        guideline: 'A person by name, without title or role.',
        examples: ['Marek Ode', 'Novak'],
        attributes: entity,
      },
      {
        id: 'organisation',
        name: 'Organisation',
        key: '2',
        mark: 'double',
        colour: tagColourOf({ hue: 85, chroma: 0.14, depth: 'bright' }),
        guideline: 'A company, authority, party, club or other body by name.',
        examples: ['Port Authority', 'the Ministry of Finance'],
        attributes: entity,
      },
      ...['location', 'date'].flatMap((id) => tagById(defaultTagSet, id) ?? []),
      {
        id: 'event',
        name: 'Event',
        key: '5',
        mark: 'wavy',
        colour: tagColourOf({ hue: 309, chroma: 0.06, depth: 'deep' }),
        guideline: 'Something that happened or will happen, by its name.',
        examples: ['the Harbour Festival'],
        attributes: [],
      },
      {
        id: 'quantity',
        name: 'Quantity',
        key: '6',
        mark: 'dotted',
        colour: tagColourOf({ hue: 25, chroma: 0.1, depth: 'deep' }),
        guideline: 'A number with what it counts or measures.',
        examples: ['12 per cent', 'three ships'],
        attributes: [],
      },
    ],
    relationTypes: [],
  },
};
