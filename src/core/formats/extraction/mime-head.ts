/** How far into a file its head is read, in bytes. */
const searched = 64 * 1024;

/** The names, in lower case, and values of the fields at the head of a file, if it begins as a message does (RFC 5322, section 2.2); of two the first counts. */
export function messageHead(bytes: Uint8Array): ReadonlyMap<string, string> {
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, searched)).replace(/^(?:ï»¿)?\s*/, '');
  const fields = new Map<string, string>();
  let name = '';
  for (const line of text.split(/\r?\n/)) {
    if (line === '') break;
    if (/^[ \t]/.test(line) && name !== '') {
      fields.set(name, `${fields.get(name) ?? ''} ${line.trim()}`);
      continue;
    }
    const [, found, value = ''] = /^([!-9;-~]{1,80}):[ \t]*(.*)$/.exec(line) ?? [];
    // A text may begin with a line that has a colon, and does not go on with such lines.
    if (found === undefined) return fields.size > 1 ? fields : new Map();
    name = found.toLowerCase();
    if (fields.has(name)) name = '';
    else fields.set(name, value.trim());
  }
  return fields;
}

/** True when it is a page that a browser saved with all its pictures (RFC 2557), and no letter. */
export function isSavedPage(head: ReadonlyMap<string, string>): boolean {
  const type = head.get('content-type') ?? '';
  if (!head.has('mime-version') || !/^(?:multipart\/(?:related|alternative)|text\/html)/i.test(type))
    return false;
  if (head.has('snapshot-content-location') || /^<?saved by/i.test(head.get('from') ?? '')) return true;
  return !head.has('message-id') && !head.has('received') && !head.has('to');
}
