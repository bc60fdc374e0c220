/** As deep as whole files may nest; what reads values may call itself that often. */
const deepest = 100;

/** The value of a JSON text that stands in another format; undefined where it is none, or nests too deep to be read. */
export function parseBoundedJson(text: string): unknown {
  if (isTooDeep(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Brackets are counted outside strings; what is no JSON may be counted wrongly. By hand: an expression for strings can take time in the square. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (isInString) {
      if (character === '\\') at++;
      else if (character === '"') isInString = false;
    } else if (character === '"') isInString = true;
    else if (character === '[' || character === '{') depth++;
    else if (character === ']' || character === '}') depth--;
    if (depth > deepest) return true;
  }
  return false;
}
