import { readFile } from 'node:fs/promises';
import type { listBuiltFiles } from './built-files.ts';
import { responseHeaders } from './content-security-policy.ts';
import { isOwn } from './origin.ts';

/** Answers requests of the app's own scheme from the list of built files. Every answer carries the security headers. */
export function serveBuiltFiles(
  files: ReturnType<typeof listBuiltFiles>,
): (request: { readonly url: string; readonly method: string }) => Promise<Response> {
  return async ({ url, method }) => {
    const file = isOwn({ kind: 'built' }, url) ? files.get(new URL(url).pathname) : undefined;
    if (file === undefined || method !== 'GET') {
      return new Response('Not found', {
        status: 404,
        headers: { ...responseHeaders, 'Content-Type': 'text/plain; charset=utf-8' },
      });
    }
    return new Response(await readFile(file.path), {
      headers: { ...responseHeaders, 'Content-Type': file.type },
    });
  };
}
