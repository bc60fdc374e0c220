/** The app's own scheme and host. They are part of the address of everything in the working store: changing them empties it. */
export const scheme = 'app';
export const host = 'ascribe';
export const startPage = `${scheme}://${host}/index.html`;

/** Where the window's content comes from: the built files, or in development the server that rebuilds them. */
export type Origin = { readonly kind: 'built' } | { readonly kind: 'development'; readonly server: URL };

/** True when the URL belongs to the window's own content. Parsed, because text that merely begins alike is another origin. */
export function isOwn(origin: Origin, url: string): boolean {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined) return false;
  return origin.kind === 'built'
    ? parsed.protocol === `${scheme}:` && parsed.host === host && parsed.username === ''
    : parsed.origin === origin.server.origin;
}

/** The folder, below `IndexedDB` in the profile, in which Chromium keeps this origin's databases. */
export const storeFolderName = `${scheme}_${host}_0.indexeddb.leveldb`;
