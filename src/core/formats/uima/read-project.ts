import type { z } from 'zod';
import { annotatorSchema } from '../../model/project.ts';
import type { DatasetDraft } from '../dataset-draft.ts';
import type { DatasetFault } from '../dataset-reading.ts';
import {
  datasetEntitySchema,
  datasetHeadSchema,
  datasetRelationTypeSchema,
  datasetTagSchema,
} from '../dataset-schema.ts';
import { nameOf, parseItem } from '../json-item.ts';
import { type Cas, type FeatureStructure, targetsOf } from './cas.ts';
import { recordOf } from './own-records.ts';
import { ownType, type RecordName } from './own-types.ts';

const projectSchema = datasetHeadSchema.shape.project.unwrap();

/** Hands the draft what the CAS tells of the project: its name, annotators, cast and tag set. */
export function readProject(cas: Cas, draft: DatasetDraft): void {
  for (const structure of cas.structures.values()) {
    if (structure.type !== ownType('Project')) continue;
    draft.statesTagSet();
    const project = recordOf(cas, 'Project', structure);
    if (project.name !== undefined) {
      take('project', projectSchema, project, structure, (sound) => draft.project(sound));
    }
    each('annotators', 'Annotator', structure, 'annotator', annotatorSchema, ({ id, name }) =>
      draft.annotator(id, name),
    );
    each('entities', 'Entity', structure, 'entity', datasetEntitySchema, (entity) => draft.entity(entity));
    each('tags', 'Tag', structure, 'tag', datasetTagSchema, (tag) => draft.tag(tag));
    each('relationTypes', 'RelationType', structure, 'relation type', datasetRelationTypeSchema, (type) =>
      draft.relationType(type),
    );
  }

  function each<Schema extends z.ZodType>(
    feature: string,
    name: RecordName,
    project: FeatureStructure,
    item: DatasetFault['item'],
    schema: Schema,
    use: (sound: z.infer<Schema>) => void,
  ): void {
    for (const structure of targetsOf(cas, project.features.get(feature))) {
      take(item, schema, recordOf(cas, name, structure), structure, use);
    }
  }

  function take<Schema extends z.ZodType>(
    item: DatasetFault['item'],
    schema: Schema,
    record: Record<string, unknown>,
    { id, line }: FeatureStructure,
    use: (sound: z.infer<Schema>) => void,
  ): void {
    const sound = parseItem(schema, record);
    if (sound.ok) use(sound.value);
    else {
      const fault = { effect: 'refused', item, id: nameOf(record, id - 1), reason: sound.reason } as const;
      draft.fault(line === undefined ? fault : { ...fault, line });
    }
  }
}
