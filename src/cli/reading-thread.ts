import { parentPort } from 'node:worker_threads';
import { answerReading } from '../core/formats/reading/answer-reading.ts';
import type { ReadingRequest } from '../core/formats/reading/reading-messages.ts';

/** Takes files apart that nobody has vouched for, in a thread whose memory is bounded. */
parentPort?.on('message', (request: ReadingRequest) => {
  void answer(request);
});

async function answer(request: ReadingRequest): Promise<void> {
  for await (const reply of answerReading(request)) parentPort?.postMessage(reply);
}
