import { type Attributes, attributeValueSchema } from '../../model/attribute-value.ts';
import { wordFromXml } from '../../xml/xml-words.ts';
import { parseBoundedJson } from '../json/bounded-json.ts';
import { type Cas, type CasValue, elementsOf, type FeatureStructure, targetsOf } from './cas.ts';
import { type RecordName, records } from './own-types.ts';

/** The members of a record of the dataset that a feature structure of one of our types holds; what is not of its kind is left out. */
export function recordOf(
  cas: Cas,
  name: RecordName,
  { features }: FeatureStructure,
): Record<string, unknown> {
  return Object.fromEntries(
    records[name].flatMap(({ name: feature, key, kind }): [string, unknown][] => {
      const value = features.get(feature);
      if (value === undefined) return [];
      if (kind === 'texts') return [[key, elementsOf(cas, value)]];
      if (kind === 'json' || kind === 'number') return [[key, parsed(value)]];
      return [[key, kind === 'word' ? wordFromXml(String(value)) : value]];
    }),
  );
}

/** The attributes that a feature lists. */
export function attributesIn(cas: Cas, feature: CasValue | undefined): Attributes {
  return Object.fromEntries(
    targetsOf(cas, feature).map((target) => {
      const { name, kind, value } = recordOf(cas, 'Attribute', target);
      return [String(name), kind === 'json' ? parsed(value) : String(value)];
    }),
  );
}

/** The value of a JSON text; the text itself where it is none that can be read. */
function parsed(text: unknown): Attributes[string] {
  const value = attributeValueSchema.safeParse(parseBoundedJson(String(text)));
  return value.success ? value.data : String(text);
}
