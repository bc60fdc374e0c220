import '../../bridge/jitless.ts';
import { answerReading } from '../../core/formats/reading/answer-reading.ts';
import type { ReadingRequest } from '../../core/formats/reading/reading-messages.ts';
import { transferOf } from './worker-port.ts';

/** Decodes and takes apart files that nobody has vouched for, away from the window's thread. */
addEventListener('message', ({ data }: MessageEvent<ReadingRequest>) => {
  void answer(data);
});

async function answer(request: ReadingRequest): Promise<void> {
  for await (const reply of answerReading(request)) {
    const content = reply.part?.content;
    const bytes = content?.kind === 'article' ? content.file?.bytes : undefined;
    postMessage(reply, { transfer: bytes === undefined ? [] : transferOf(bytes) });
  }
}
