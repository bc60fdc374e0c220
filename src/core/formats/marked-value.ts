import { type Attributes, attributeValueSchema } from '../model/attribute-value.ts';
import { parseBoundedJson } from './json/bounded-json.ts';
import { isPlainLine, jsonLine } from './line-text.ts';

type Value = Attributes[string];

/**
 * A value for a format whose values are texts in a line: a text as it is, everything else as JSON behind an equals sign, as in `=3` or `=["high","low"]`.
 * So are texts that hold breaks, begin or end with white space, end with a backslash, are empty or begin with an equals sign themselves.
 */
export function markedValue(value: Value): string {
  const isPlain = typeof value === 'string' && isPlainLine(value) && !/^=|\\$/.test(value);
  return isPlain ? value : `=${jsonLine(value)}`;
}

/** The value that stands in a file; what follows an equals sign and is no JSON is a text after all. */
export function valueOfMarked(written: string): Value {
  if (!written.startsWith('=')) return written;
  const value = attributeValueSchema.safeParse(parseBoundedJson(written.slice(1)));
  return value.success ? value.data : written;
}

/** A text of several lines as one value a line. */
export function markedLines(text: string): readonly string[] {
  return text.split('\n').map((line) => (line === '' ? '' : markedValue(line)));
}

/** The text of such lines. */
export function textOfMarkedLines(lines: readonly string[]): string {
  return lines.map(textOfMarked).join('\n');
}

/** A value that is to be a text: what is none stands for itself as it was written. */
export function textOfMarked(written: string): string {
  const value = valueOfMarked(written);
  return typeof value === 'string' ? value : written;
}
