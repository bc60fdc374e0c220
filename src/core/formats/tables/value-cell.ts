import { parseJsonRange } from '../json/parse-json-range.ts';
import { wellFormedJson } from '../well-formed-json.ts';
import type { Cell } from './table-shape.ts';

/**
 * Any JSON value as a cell that a person can read: numbers and truth values as they are, a text as it stands unless it would be taken for something
 * else, everything else as JSON. Never empty.
 */
export function valueCell(value: unknown): Exclude<Cell, null> {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'string') return wellFormedJson(value);
  return cellValue(value) === value ? value : wellFormedJson(value);
}

/**
 * The value that a cell's text stands for: what JSON says (`12`, `true`, `null`, `"12"`, `{…}`), `TRUE` and `FALSE` as spreadsheet programs write them, else the text
 * itself; undefined for an empty cell.
 */
export function cellValue(text: string): unknown {
  if (text === '') return undefined;
  if (text === 'TRUE' || text === 'FALSE') return text === 'TRUE';
  if (!mayBeJson.test(text)) return text;
  const bytes = new TextEncoder().encode(text);
  const parsed = parseJsonRange(bytes, { start: 0, end: bytes.length });
  return parsed.ok && isHeld(parsed.value) ? parsed.value : text;
}

/** What JSON begins and ends with, so that hardly any sentence is looked at further. */
const mayBeJson = /^\s*(?:".*"|\{.*\}|\[.*\]|-?\d[\d.eE+-]*|true|false|null)\s*$/s;

/** False for numbers too large to be held, at any depth: they would come back as something else. */
function isHeld(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  return typeof value !== 'object' || value === null || Object.values(value).every(isHeld);
}
