import '../../bridge/jitless.ts';
import { DatasetJob } from './dataset-job.ts';
import type { DatasetMessage, DatasetReply } from './dataset-messages.ts';

/** Reads and writes datasets away from the window's thread: one job a worker. */
const job = new DatasetJob((reply) => {
  postMessage(reply, { transfer: transferred(reply) });
});

addEventListener('message', (event: MessageEvent<DatasetMessage>) => job.hear(event.data));

function transferred(reply: DatasetReply): ArrayBuffer[] {
  if (reply.kind === 'bytes') return [reply.bytes.buffer];
  return reply.kind === 'unpacked' && reply.result.ok ? [reply.result.value.project.buffer] : [];
}
