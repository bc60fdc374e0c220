import { jsonForXml } from './xml-escape.ts';

/** JSON as the body of a processing instruction, which `?>` would end. */
export function instructionJson(value: unknown): string {
  return jsonForXml(value).replaceAll('?>', '?\\u003e');
}
