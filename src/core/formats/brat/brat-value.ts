import { type Attributes, attributeValueSchema } from '../../model/attribute-value.ts';
import { isPlainLine, jsonLine } from '../line-text.ts';

type Value = Attributes[string];

/** How deep the brackets of a value may nest. */
const deepest = 100;

/**
 * A value as it stands in a brat file: a text as it is, everything else as JSON behind an equals sign, as in `=3` or `=["high","low"]`. So are
 * texts that hold breaks, begin or end with white space, are empty or begin with an equals sign themselves.
 */
export function bratValue(value: Value): string {
  if (typeof value === 'string' && isPlainLine(value) && !value.startsWith('=')) return value;
  return `=${jsonLine(value)}`;
}

/** The value that stands in a file; what follows an equals sign and is no JSON is a text after all. */
export function valueOfBrat(written: string): Value {
  if (!written.startsWith('=') || nests(written)) return written;
  try {
    const value = attributeValueSchema.safeParse(JSON.parse(written.slice(1)));
    return value.success ? value.data : written;
  } catch {
    return written;
  }
}

/** A text of several lines as one value a line. */
export function bratLines(text: string): readonly string[] {
  return text.split('\n').map((line) => (line === '' ? '' : bratValue(line)));
}

/** The text of such lines. */
export function textOfBratLines(lines: readonly string[]): string {
  return lines.map(lineOfBrat).join('\n');
}

function lineOfBrat(written: string): string {
  const value = valueOfBrat(written);
  return typeof value === 'string' ? value : written;
}

/** True when the brackets outside of texts nest deeper than a value's may. */
function nests(written: string): boolean {
  let depth = 0;
  let isText = false;
  for (let i = 0; i < written.length; i++) {
    const character = written[i];
    if (character === '"') isText = !isText;
    else if (character === '\\') i += isText ? 1 : 0;
    else if (!isText && (character === '[' || character === '{')) depth += 1;
    else if (!isText && (character === ']' || character === '}')) depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
}
