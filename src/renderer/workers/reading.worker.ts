import '../../bridge/jitless.ts';
import { answerReading } from './answer-reading.ts';
import type { ReadingRequest } from './reading-messages.ts';

/** Decodes and takes apart files that nobody has vouched for, away from the window's thread. */
addEventListener('message', (event: MessageEvent<ReadingRequest>) => {
  void answerReading(event.data).then((reply) => postMessage(reply));
});
