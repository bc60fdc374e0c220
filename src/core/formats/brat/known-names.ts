import type { Attributes } from '../../model/attribute-value.ts';
import { breaks } from '../line-text.ts';

/** The type of the notes that annotators write in brat. A span’s note; of relations, which have none, the attribute `note`. */
export const annotatorNotes = 'AnnotatorNotes';
export const noteAttribute = 'note';

/** The attribute of brat that flagged spans have. */
export const flaggedAttribute = 'Flagged';

/** True of spans that are the triggers of events; what fills their roles they are related to. */
export const eventAttribute = 'event';

/** True of relations between neighbours in a list of equivalents. */
export const equivalenceAttribute = 'equivalence';

/** What knowledge bases a span refers to, as `Wikipedia:534366`, and what these call it: texts, or lists of them where there are several. */
export const normalisationAttribute = 'normalisation';
export const normalisationNameAttribute = 'normalisationName';

/** Where attributes’ ids begin with this, notes of another type than annotators’ own were read into them. */
export const noteTypePrefix = '#';

export interface Normalisation {
  readonly reference: string;
  /** Empty where there is none. */
  readonly name: string;
}

/** The attributes that hold normalisations. */
export function attributesOfNormalisations(all: readonly Normalisation[]): Attributes {
  const [only] = all;
  if (only === undefined) return {};
  const names = all.map(({ name }) => name);
  const hasNames = names.some((name) => name !== '');
  if (all.length === 1)
    return {
      [normalisationAttribute]: only.reference,
      ...(hasNames && { [normalisationNameAttribute]: only.name }),
    };
  return {
    [normalisationAttribute]: all.map(({ reference }) => reference),
    ...(hasNames && { [normalisationNameAttribute]: names }),
  };
}

/** The normalisations that a span’s attributes hold; none where lines could not say the very same. */
export function normalisationsOf(attributes: Attributes): readonly Normalisation[] {
  const references = listOf(attributes, normalisationAttribute) ?? [];
  const names = listOf(attributes, normalisationNameAttribute) ?? [];
  const all = references.map((reference, i) => ({ reference, name: names[i] ?? '' }));
  const writable = all.every(
    ({ reference, name }) =>
      /^[^\s:]+:[^\s]+$/u.test(reference) && !/\p{Surrogate}/u.test(reference + name) && !breaks.test(name),
  );
  const same = (key: string) =>
    JSON.stringify(attributesOfNormalisations(all)[key]) === JSON.stringify(valueAt(attributes, key));
  return writable && same(normalisationAttribute) && same(normalisationNameAttribute) ? all : [];
}

function listOf(attributes: Attributes, key: string): readonly string[] | undefined {
  const value = valueAt(attributes, key);
  const list = Array.isArray(value) ? value : [value];
  return list.every((item) => typeof item === 'string') ? list : undefined;
}

function valueAt(attributes: Attributes, key: string): Attributes[string] | undefined {
  return Object.hasOwn(attributes, key) ? attributes[key] : undefined;
}
