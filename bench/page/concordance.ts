import type { ConcordanceTimes } from './concordance.worker.ts';

let worker: Worker | undefined;

/** Fills a project with 100 MB of text, once, and goes through it in a worker as the concordance does and as plain scans do. */
export async function concordanceTimes(words: string): Promise<ConcordanceTimes> {
  if (worker === undefined) {
    worker = new Worker(new URL('./concordance.worker.ts', import.meta.url), { type: 'module' });
    await answer(worker, '');
  }
  return answer(worker, words);
}

function answer(asked: Worker, words: string): Promise<ConcordanceTimes> {
  return new Promise((resolve, reject) => {
    asked.onmessage = ({ data }: MessageEvent<ConcordanceTimes>) => resolve(data);
    asked.onerror = ({ message }) => reject(new Error(message));
    asked.postMessage(words);
  });
}
