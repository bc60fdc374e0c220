import { defaultTagSet } from '../model/tag-set.ts';
import type { TagSetTemplate } from './tag-set-template.ts';

export const fourTags: TagSetTemplate = {
  id: 'four-tags',
  name: 'The four tags',
  purpose: 'Who says what, where and when: what every project begins with.',
  tagSet: defaultTagSet,
};
