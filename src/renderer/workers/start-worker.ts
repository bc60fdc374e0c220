import datasetUrl from './dataset.worker.ts?worker&url';
import readingUrl from './reading.worker.ts?worker&url';
import scanUrl from './scan.worker.ts?worker&url';

const urls = { reading: readingUrl, dataset: datasetUrl, scan: scanUrl };
export type WorkerName = keyof typeof urls;

declare global {
  /**
   * The engine's Trusted Types, which TypeScript's DOM does not know. What a policy makes is no URL, but stands wherever the DOM's
   * types ask for the URL of a script.
   */
  var trustedTypes:
    | {
        createPolicy(
          name: string,
          rules: { createScriptURL(url: string): string },
        ): { createScriptURL(url: string): URL };
      }
    | undefined;
}

/** The only policy of the app: the only scripts that are started by URL are this build's workers. */
const policy = globalThis.trustedTypes?.createPolicy('ascribe', {
  createScriptURL(url) {
    if (Object.values(urls).includes(url)) return url;
    throw new TypeError('Only the workers of this build may be started.');
  },
});

/** Starts a worker of this build. */
export function startWorker(name: WorkerName): Worker {
  const url = urls[name];
  return new Worker(policy?.createScriptURL(url) ?? url, { type: 'module', name: `ascribe-${name}` });
}
