import { z } from 'zod';
import { failure, type Result, success } from '../../model/result.ts';
import { isIri } from '../iri.ts';
import { isObject } from '../json/metadata-values.ts';
import { parseItem } from '../json-item.ts';

type JsonObject = Readonly<Record<string, unknown>>;
const objectSchema = z.looseObject({});

/** One thing that an annotation is about. */
export interface AnnotationTarget {
  /** The IRI of the resource; undefined where none is named. */
  readonly source: string | undefined;
  /** The resource, where it stands in the file. */
  readonly resource: JsonObject | undefined;
  /** Ways to select the same part of it; none for the whole of it. */
  readonly selectors: readonly JsonObject[];
}

export interface AnnotationBody {
  /** Its own, else the annotation’s motivation. */
  readonly purpose: string;
  readonly hasOwnPurpose: boolean;
  /** The words of a textual body. */
  readonly text: string | undefined;
  readonly format: string | undefined;
  /** The resource that it is otherwise. */
  readonly iri: string | undefined;
}

/** An annotation, its many ways of saying the same made one. */
export interface WebAnnotation {
  readonly id: string | undefined;
  readonly motivations: readonly string[];
  readonly bodies: readonly AnnotationBody[];
  /** Each is annotated for itself; the parts of one belong together. */
  readonly targets: readonly (readonly AnnotationTarget[])[];
  readonly value: JsonObject;
}

const contexts = /^https?:\/\/www\.w3\.org\/ns\/anno(?:\.jsonld)?$/;

/** True when the value’s `@context` names that of Web Annotations. */
export function hasContext(value: JsonObject): boolean {
  return [value['@context']].flat().some((context) => typeof context === 'string' && contexts.test(context));
}

/**
 * An annotation out of its JSON-LD, as far as section 3 and 4 of the data model go; the reason, as a clause, why it is none.
 */
export function webAnnotation(item: unknown): Result<WebAnnotation, string> {
  const parsed = parseItem(objectSchema, item);
  if (!parsed.ok) return parsed;
  const value = parsed.value;
  const id = value.id ?? value['@id'];
  if (Array.isArray(id)) return failure('it has several ids');
  if (id !== undefined && (typeof id !== 'string' || !isIri(id)))
    return failure(`its id ${JSON.stringify(id).slice(0, 80)} is no IRI`);
  if (!typesOf(value).includes('Annotation')) return failure('its type is not Annotation');
  if (value.body !== undefined && value.bodyValue !== undefined)
    return failure('it has both a body and a bodyValue');
  const motivations = motivationsOf(value);
  const bodies: AnnotationBody[] = [];
  for (const body of [value.body ?? value.bodyValue ?? []].flat()) {
    const read = bodyOf(body, value.bodyValue !== undefined, motivations);
    if (!read.ok) return read;
    bodies.push(read.value);
  }
  const targets: (readonly AnnotationTarget[])[] = [];
  for (const target of [value.target ?? []].flat()) {
    const read = targetsOf(target);
    if (!read.ok) return read;
    for (const each of read.value) targets.push(each);
  }
  if (targets.length === 0) return failure('it has no target');
  return success({ id, motivations, bodies, targets, value });
}

/** Types of a resource, without prefixes. */
export function typesOf(value: JsonObject): readonly string[] {
  return [value.type ?? value['@type'] ?? []]
    .flat()
    .flatMap((type) => (typeof type === 'string' ? [type.replace(/^oa:/, '')] : []));
}

function motivationsOf(value: JsonObject): readonly string[] {
  return [value.motivation ?? []]
    .flat()
    .flatMap((motivation) => (typeof motivation === 'string' ? [local(motivation)] : []));
}

function local(name: string): string {
  return name.replace(/^oa:/, '').replace(/^https?:\/\/www\.w3\.org\/ns\/oa#/, '');
}

function bodyOf(
  body: unknown,
  isValue: boolean,
  motivations: readonly string[],
): Result<AnnotationBody, string> {
  const [motivation = ''] = motivations;
  const inherited = {
    purpose: motivation,
    hasOwnPurpose: false,
    text: undefined,
    format: undefined,
    iri: undefined,
  };
  if (typeof body === 'string') {
    if (isValue) return success({ ...inherited, text: body });
    if (!isIri(body)) return failure(`its body ${JSON.stringify(body).slice(0, 80)} is no IRI`);
    return success({ ...inherited, iri: body });
  }
  if (!isObject(body)) return failure('its body is neither an IRI nor an object');
  const { value, source, format } = body;
  const isText = typesOf(body).includes('TextualBody');
  if (isText && typeof value !== 'string') return failure('a textual body of it has no text as its value');
  const id = body.id ?? body['@id'];
  if (id !== undefined && (typeof id !== 'string' || !isIri(id)))
    return failure(`the id of its body, ${JSON.stringify(id).slice(0, 80)}, is no IRI`);
  const [purpose] = [body.purpose ?? []].flat().filter((item) => typeof item === 'string');
  const iri = typeof source === 'string' ? source : isObject(source) ? iriIn(source) : id;
  return success({
    ...inherited,
    ...(purpose !== undefined && { purpose: local(purpose), hasOwnPurpose: true }),
    text: typeof value === 'string' ? value : undefined,
    format: typeof format === 'string' ? format : undefined,
    iri,
  });
}

function targetsOf(target: unknown): Result<(readonly AnnotationTarget[])[], string> {
  if (typeof target === 'string') {
    if (!isIri(target)) return failure(`its target ${JSON.stringify(target).slice(0, 80)} is no IRI`);
    return success([[whole(target, undefined)]]);
  }
  if (!isObject(target)) return failure('its target is neither an IRI nor an object');
  const { items, source, selector } = target;
  if (Array.isArray(items)) {
    const all: (readonly AnnotationTarget[])[] = [];
    for (const item of items) {
      const part = targetsOf(item);
      if (!part.ok) return part;
      for (const each of part.value) all.push(each);
    }
    const types = typesOf(target);
    if (types.includes('Choice')) return success(all.slice(0, 1));
    return success(types.includes('List') || types.includes('Composite') ? [all.flat()] : all);
  }
  if (source === undefined && selector === undefined) return success([[whole(iriIn(target), target)]]);
  const resource = isObject(source) ? source : undefined;
  const iri = typeof source === 'string' ? source : resource && iriIn(resource);
  return success([[{ source: iri, resource, selectors: [selector ?? []].flat().filter(isObject) }]]);
}

/** A resource as a whole, but for the part of it that a fragment of its IRI selects. */
function whole(iri: string | undefined, resource: JsonObject | undefined): AnnotationTarget {
  const [, source = iri, fragment] = /^([^#]+)#(char=.+)$/.exec(iri ?? '') ?? [];
  return {
    source,
    resource,
    selectors: fragment === undefined ? [] : [{ type: 'FragmentSelector', value: fragment }],
  };
}

function iriIn(resource: JsonObject): string | undefined {
  const id = resource.id ?? resource['@id'];
  return typeof id === 'string' ? id : undefined;
}
