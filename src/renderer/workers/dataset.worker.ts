import '../../bridge/jitless.ts';
import { DatasetJob } from './dataset-job.ts';
import type { DatasetMessage } from './dataset-messages.ts';

/** Reads and writes datasets away from the window's thread: one job a worker. */
const job = new DatasetJob((reply) => {
  postMessage(reply, { transfer: reply.kind === 'bytes' ? [reply.bytes.buffer] : [] });
});
addEventListener('message', (event: MessageEvent<DatasetMessage>) => job.hear(event.data));
