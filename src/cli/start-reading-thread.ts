import { Worker } from 'node:worker_threads';
import type { StartReading } from '../core/formats/reading/reading-client.ts';
import type { ReadingReply } from '../core/formats/reading/reading-messages.ts';

/** What the thread may have for objects, in MiB; a file that needs more is given up, and only that. */
const mostMemory = 2048;

/** Starts the thread of this build that reads articles. It keeps the process alive while there is a file to read, and no longer. */
export const startReadingThread: StartReading = ({ reply, died }) => {
  const thread = new Worker(new URL('./reading-thread.js', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: mostMemory },
  });
  thread.on('message', (message: ReadingReply) => {
    if (message.part === null) thread.unref();
    reply(message);
  });
  thread.on('error', (error) => died(reasonOf(error)));
  return {
    read(request) {
      thread.ref();
      const { buffer, byteLength } = request.file.bytes;
      thread.postMessage(
        request,
        buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [],
      );
    },
    stop: () => void thread.terminate(),
  };
};

function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
    return `it takes more than ${mostMemory} MB of memory`;
  return error instanceof Error ? error.message : String(error);
}
