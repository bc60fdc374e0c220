import { attributionWithCue } from './attribution-with-cue.ts';
import { fourTags } from './four-tags.ts';
import { namedEntities } from './named-entities.ts';
import type { TagSetTemplate } from './tag-set-template.ts';

export const tagSetTemplates: readonly TagSetTemplate[] = [fourTags, attributionWithCue, namedEntities];
