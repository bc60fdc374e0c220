import { z } from 'zod';
import { annotatorSchema } from '../model/project.ts';
import { type Result, success } from '../model/result.ts';
import type { DatasetFault } from './dataset-reading.ts';
import {
  type DatasetHead,
  datasetEntitySchema,
  datasetFormat,
  datasetHeadSchema,
  datasetRelationTypeSchema,
  datasetTagSchema,
  datasetVersion,
} from './dataset-schema.ts';
import { type FormatFailure, unreadable } from './format-failure.ts';
import { nameOf, parseItem } from './json-item.ts';
import type { UnknownKeys } from './unknown-keys.ts';

/** The sound part of a dataset's head, and what is wrong with the rest. */
export interface HeadReading {
  readonly head: DatasetHead;
  readonly faults: readonly DatasetFault[];
}

/**
 * Reads what a dataset says before its articles.
 * @param members the members of the file's top level, `articles` left out.
 * @param format what they have to say under `format`.
 */
export function readDatasetHead(
  fileName: string,
  members: Readonly<Record<string, unknown>>,
  unknownKeys: UnknownKeys,
  format: string = datasetFormat,
): Result<HeadReading, FormatFailure> {
  if (members.format !== format) {
    return unreadable(
      'not-a-dataset',
      `“${fileName}” is JSON, but not an Ascribe dataset: it has no "format": "${format}".`,
    );
  }
  const version = members.version;
  if (typeof version === 'number' && version > datasetVersion) {
    return unreadable(
      'newer-version',
      `“${fileName}” was made by a newer Ascribe (dataset version ${version}; this one reads version ${datasetVersion}). Update Ascribe, then try again.`,
    );
  }
  if (version !== datasetVersion) {
    return unreadable(
      'not-a-dataset',
      `“${fileName}” does not say "version": ${datasetVersion}, so what it means is not known.`,
    );
  }
  if (members.offsetUnit !== 'codePoint') {
    return unreadable(
      'not-a-dataset',
      `“${fileName}” does not say "offsetUnit": "codePoint", so its offsets cannot be trusted.`,
    );
  }
  return success(readParts(members, unknownKeys));
}

function readParts(members: Readonly<Record<string, unknown>>, unknownKeys: UnknownKeys): HeadReading {
  const faults: DatasetFault[] = [];
  unknownKeys.strip({ ...members }, datasetHeadSchema.shape, 'dataset');

  /** The sound items of a list, each id once. */
  function readList<Schema extends z.ZodObject>(
    item: DatasetFault['item'],
    schema: Schema,
    path: string,
    values: unknown,
  ): z.infer<Schema>[] {
    const refuse = (id: string, reason: string): [] => {
      faults.push({ effect: 'refused', item, id, reason });
      return [];
    };
    const listed = z.array(z.unknown()).safeParse(values ?? []);
    if (!listed.success) refuse('all', `${path} is not a list`);
    const seen = new Set<unknown>();
    return (listed.data ?? []).flatMap((value, i) => {
      const parsed = parseItem(schema, value);
      const id = nameOf(value, i);
      if (!parsed.ok) return refuse(id, parsed.reason);
      if (seen.has(id)) return refuse(id, `another ${item} has this id`);
      seen.add(id);
      return [unknownKeys.strip(parsed.value, schema.shape, path)];
    });
  }

  const tagSet = z
    .looseObject({ tags: z.unknown(), relationTypes: z.unknown() })
    .partial()
    .safeParse(members.tagSet ?? {});
  if (!tagSet.success)
    faults.push({ effect: 'refused', item: 'tag', id: 'all', reason: 'tagSet is not an object' });
  const parts = {
    annotators: readList('annotator', z.looseObject(annotatorSchema.shape), 'annotators', members.annotators),
    entities: readList('entity', datasetEntitySchema, 'entities', members.entities),
    tags: readList('tag', datasetTagSchema, 'tagSet.tags', tagSet.data?.tags),
    relationTypes: readList(
      'relation type',
      datasetRelationTypeSchema,
      'tagSet.relationTypes',
      tagSet.data?.relationTypes,
    ),
  };
  const project = parseItem(datasetHeadSchema.shape.project, members.project);
  if (!project.ok) faults.push({ effect: 'refused', item: 'project', id: '#1', reason: project.reason });
  const known = project.ok && project.value && unknownKeys.strip(project.value, projectShape, 'project');
  const head: DatasetHead = {
    format: datasetFormat,
    version: datasetVersion,
    offsetUnit: 'codePoint',
    ...(known && { project: known }),
    annotators: parts.annotators,
    entities: parts.entities,
    tagSet: { tags: parts.tags, relationTypes: parts.relationTypes },
  };
  return { head, faults };
}

const projectShape = datasetHeadSchema.shape.project.unwrap().shape;
