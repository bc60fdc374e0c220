import { timestampSchema } from '../../model/identifier.ts';
import type { DatasetDraft } from '../dataset-draft.ts';
import { idOfIri, originOfIri } from '../iri.ts';
import { isObject } from '../json/metadata-values.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** Who made an annotation, when and how, as spans and relations have it. */
export function authorshipOf(draft: DatasetDraft, { creator, created, modified, generator }: JsonObject) {
  const [first, ...others] = [creator ?? []].flat();
  for (const _ of others) draft.unknown('creator');
  const annotator = annotatorOf(draft, first);
  const program = isObject(generator) ? generator.id : undefined;
  const origin = typeof program === 'string' ? originOfIri(program) : undefined;
  if (generator !== undefined && origin === undefined) draft.unknown('generator');
  return {
    ...(annotator !== undefined && { annotator }),
    ...(origin !== undefined && { origin }),
    ...timesOf(draft, created, modified),
  };
}

/** Times of an annotation, where they are some. */
export function timesOf(draft: DatasetDraft, created: unknown, modified: unknown) {
  const [createdAt, updatedAt] = [created, modified].map((time) => {
    const sound = timestampSchema.safeParse(time);
    if (!sound.success && time !== undefined) draft.unknown('created');
    return sound.success ? sound.data : undefined;
  });
  return { ...(createdAt !== undefined && { createdAt }), ...(updatedAt !== undefined && { updatedAt }) };
}

/** Defines the person, organisation or program that an IRI or object means; its id. */
export function annotatorOf(draft: DatasetDraft, agent: unknown): string | undefined {
  const { id, name, nickname } = isObject(agent)
    ? agent
    : { id: agent, name: undefined, nickname: undefined };
  const [called] = [name, nickname].flat().filter((words) => typeof words === 'string' && words !== '');
  const known = typeof id === 'string' && id !== '' ? idOfIri(id) : called;
  if (typeof known !== 'string') {
    if (agent !== undefined) draft.unknown('creator');
    return undefined;
  }
  const annotator = known.slice(0, 256);
  if (annotator === '') return undefined;
  draft.annotator(annotator, typeof called === 'string' ? called.slice(0, 256) : annotator);
  return annotator;
}
