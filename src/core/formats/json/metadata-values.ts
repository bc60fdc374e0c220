/** The members of an object of free values as metadata, whose values are texts: numbers, truth values and whatever is deeper as JSON writes them. */
export function metadataValues(values: Readonly<Record<string, unknown>>): Record<string, string> {
  const texts = Object.entries(values).flatMap(([key, value]): [string, string][] => {
    if (value === null || value === undefined) return [];
    return [[key, typeof value === 'string' ? value : JSON.stringify(value)]];
  });
  return Object.fromEntries(texts);
}

/** True for what JSON calls an object. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
