import { z } from 'zod';

/** Any JSON value: what an attribute may hold until a tag set gives it a type. */
export const attributeValueSchema = z.json();

/** Attribute id → value. Ids are free; the tag set says which are expected, and of what type. */
export const attributesSchema = z.record(z.string().max(256), attributeValueSchema);
export type Attributes = Readonly<z.infer<typeof attributesSchema>>;

/**
 * A point or stretch of time as TIMEX3 has it (ISO 24617-1): `value` is ISO 8601 with TIMEX3's extensions (`2031-03-13`, `2031-W11`,
 * `2031-Q1`, `P3D`, `XXXX-WXX-4`).
 */
export const dateValueSchema = z.strictObject({
  type: z.enum(['date', 'time', 'duration', 'set']),
  value: z.string().min(1).max(64),
  granularity: z
    .enum([
      'century',
      'decade',
      'year',
      'halfYear',
      'quarter',
      'month',
      'week',
      'day',
      'hour',
      'minute',
      'second',
    ])
    .nullable(),
  /** TIMEX3's `mod`. */
  modifier: z
    .enum([
      'BEFORE',
      'AFTER',
      'ON_OR_BEFORE',
      'ON_OR_AFTER',
      'LESS_THAN',
      'MORE_THAN',
      'EQUAL_OR_LESS',
      'EQUAL_OR_MORE',
      'START',
      'MID',
      'END',
      'APPROX',
    ])
    .nullable(),
});
export type DateValue = Readonly<z.infer<typeof dateValueSchema>>;

/** A place on the map, or the statement that it cannot be found there. */
export const placeValueSchema = z.strictObject({
  /** The name under which a gazetteer has it; empty when none was given. */
  name: z.string().max(256),
  /** Degrees, WGS 84; both or neither. */
  latitude: z.number().min(-90).max(90).nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
  /** Which gazetteer, e.g. `geonames`, and the place's id there; empty when there is none. */
  source: z.string().max(64),
  sourceId: z.string().max(256),
  /** True when somebody looked and the place cannot be located. */
  unlocatable: z.boolean(),
});
export type PlaceValue = Readonly<z.infer<typeof placeValueSchema>>;
