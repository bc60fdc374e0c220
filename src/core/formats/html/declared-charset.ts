/** How far into a page its encoding is looked for, in bytes; the standard says 1,024, and pages put it later. */
const searched = 8 * 1024;

/** The encoding that a page’s `meta` or XML declaration names, as the HTML standard reads it (“prescan a byte stream”); undefined when none does. */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, searched));
  const found =
    /<meta\s[^>]*?charset\s*=\s*["']?\s*([a-z0-9_:.-]+)/i.exec(head)?.[1] ??
    /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([a-z0-9_:.-]+)["']/i.exec(head)?.[1];
  const label = found?.toLowerCase();
  if (label === undefined) return undefined;
  // It could be read as ASCII, so it is no UTF-16.
  if (label.startsWith('utf-16')) return 'utf-8';
  return label === 'x-user-defined' ? 'windows-1252' : label;
}
