import { z } from 'zod';

/** Any JSON value: what an attribute may hold until a tag set gives it a type. */
export const attributeValueSchema = z.json();

/** Attribute name → value. Names are free; the tag set says which are expected. */
export const attributesSchema = z.record(z.string().max(256), attributeValueSchema);
