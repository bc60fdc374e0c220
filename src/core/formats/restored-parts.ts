import { jsonContent } from './same-content.ts';

/** The value as it was, where it came back as it was written; else what it was made. What is written may be less than what was there. */
export function restored<Value>(whole: Value, written: unknown, back: Value): Value {
  return jsonContent(written) === jsonContent(back) ? whole : back;
}

/** The same of each member: those that could not be written stay, those that did not come back go. */
export function restoredMembers<Value>(
  whole: Readonly<Record<string, Value>> = {},
  written: Readonly<Record<string, Value>> = {},
  back: Readonly<Record<string, Value>> = {},
): Record<string, Value> {
  const members: [string, Value][] = [];
  for (const [key, value] of Object.entries(whole)) {
    const returned = Object.hasOwn(back, key) ? back[key] : undefined;
    if (!Object.hasOwn(written, key)) members.push([key, returned ?? value]);
    else if (returned !== undefined) members.push([key, restored(value, written[key], returned)]);
  }
  const added = Object.entries(back).filter(([key]) => !Object.hasOwn(whole, key));
  return Object.fromEntries([...members, ...added]);
}

/** The id, or one made of it that is not taken. It is taken then. */
export function freeId(id: string, taken: Set<string>): string {
  let free = id;
  for (let i = 2; taken.has(free); i++) free = `${id}/${i}`;
  taken.add(free);
  return free;
}
