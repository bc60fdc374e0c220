import type { StartReading } from '../../core/formats/reading/reading-client.ts';
import type { ReadingReply, ReadingRequest } from '../../core/formats/reading/reading-messages.ts';
import { startWorker } from './start-worker.ts';
import { transferOf, type WorkerPort } from './worker-port.ts';

/** Starts the reading worker of this build, or one that is given. */
export function startReading(
  hear: Parameters<StartReading>[0],
  worker: WorkerPort<ReadingRequest> = startWorker('reading'),
): ReturnType<StartReading> {
  worker.addEventListener('message', ({ data }: MessageEvent<ReadingReply>) => hear.reply(data));
  worker.addEventListener('error', (event) => hear.died(event.message));
  return {
    read: (request) => worker.postMessage(request, transferOf(request.file.bytes)),
    stop: () => worker.terminate(),
  };
}
