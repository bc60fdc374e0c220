import { jsonEncodingOf } from './utf8-json.ts';

/** How far into a file is looked, in bytes. */
const searched = 64 * 1024;
/** How deep keys are told. */
const deepestTold = 5;

export type JsonKind = 'text' | 'number' | 'list' | 'object' | 'word';

/** What can be told of the values that a JSON or JSON Lines file begins with: which keys they have, and of what kind. */
export interface JsonHead {
  /** The beginning as text. */
  readonly text: string;
  /**
   * The kind of value that stands first under a path in the file’s records, which are the elements of a list, a single object, or lines. `data.text` is a
   * key within a key, `label[]` an element of a list; the record itself is the empty path. Undefined where there is none in sight.
   */
  kindAt(path: string): JsonKind | undefined;
}

const heads = new WeakMap<Uint8Array, JsonHead | null>();

/** The head of a file, cut off wherever 64 KB end; undefined when it does not begin as JSON does. */
export function jsonHead(bytes: Uint8Array): JsonHead | undefined {
  const known = heads.get(bytes);
  if (known !== undefined) return known ?? undefined;
  const head = readHead(bytes);
  heads.set(bytes, head ?? null);
  return head;
}

function readHead(bytes: Uint8Array): JsonHead | undefined {
  const encoding = jsonEncodingOf(bytes.subarray(0, searched));
  if (encoding === 'utf-32') return undefined;
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, searched));
  const opening = text.trimStart().charAt(0);
  if (opening !== '{' && opening !== '[') return undefined;
  const kinds = kindsIn(text);
  const inList = opening === '[' && kinds.get('[]') !== 'text';
  return {
    text,
    kindAt: (path) => kinds.get(inList ? `[]${path === '' || path.startsWith('[') ? '' : '.'}${path}` : path),
  };
}

interface Level {
  readonly isList: boolean;
  /** Of the values in a list; of an object, where its keys stand. */
  readonly path: string;
  key: string;
}

/** The kind of the first value under each path. Nothing is checked: what is not JSON gives nothing, or something odd. */
function kindsIn(text: string): Map<string, JsonKind> {
  const kinds = new Map<string, JsonKind>();
  const levels: Level[] = [];
  let isKey = false;
  const told = (kind: JsonKind): string => {
    const level = levels.at(-1);
    const path = level === undefined ? '' : level.isList ? `${level.path}[]` : joined(level.path, level.key);
    if (levels.length <= deepestTold && !kinds.has(path)) kinds.set(path, kind);
    return path;
  };
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '{' || character === '[') {
      const isList = character === '[';
      levels.push({ isList, path: told(isList ? 'list' : 'object'), key: '' });
      isKey = !isList;
    } else if (character === '}' || character === ']') {
      levels.pop();
      isKey = false;
    } else if (character === ',') {
      isKey = levels.at(-1)?.isList === false;
    } else if (character === '"') {
      const end = endOfText(text, at + 1);
      const level = levels.at(-1);
      if (isKey && level !== undefined) level.key = text.slice(at + 1, end);
      else told('text');
      isKey = false;
      at = end;
    } else if (character === '-' || (character !== undefined && character >= '0' && character <= '9')) {
      told('number');
      at = endOfWord(text, at);
    } else if (character === 't' || character === 'f' || character === 'n') {
      told('word');
      at = endOfWord(text, at);
    }
  }
  return kinds;
}

function joined(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

/** Where the quotation mark stands that closes a text, or the end. */
function endOfText(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return Math.min(at, text.length);
}

/** The last character of a number or literal. */
function endOfWord(text: string, from: number): number {
  let at = from;
  while (/[\w.+-]/.test(text[at + 1] ?? '')) at++;
  return at;
}
