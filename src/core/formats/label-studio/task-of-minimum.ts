import { isObject } from '../json/metadata-values.ts';

/**
 * A record of the export JSON_MIN, which has a list of places under the name of each control that marks text, as the task that it says the same as; undefined for
 * anything else.
 */
export function taskOfMinimum(record: unknown): unknown {
  if (!isObject(record) || isObject(record.data)) return undefined;
  const { id, annotator, annotation_id: _, created_at, updated_at, lead_time: __, ...members } = record;
  const controls = Object.entries(members).flatMap(([name, items]): [string, readonly unknown[]][] =>
    Array.isArray(items) && items.some(isPlace) ? [[name, items]] : [],
  );
  if (controls.length === 0) return undefined;
  const names = new Set(controls.map(([name]) => name));
  const result = controls.flatMap(([from_name, items]) =>
    items.map((value, i) => ({ id: `${from_name}-${i + 1}`, from_name, type: 'labels', value })),
  );
  return {
    id,
    data: Object.fromEntries(Object.entries(members).filter(([name]) => !names.has(name))),
    annotations: [{ completed_by: annotator, created_at, updated_at, result }],
  };
}

function isPlace(item: unknown): boolean {
  return isObject(item) && Array.isArray(item.labels) && item.start !== undefined;
}
