import { readArchive } from '../../core/archive/read-archive.ts';
import type { DatasetMessage, DatasetReply } from './dataset-messages.ts';
import { parseDataset } from './parse-dataset.ts';
import { writeDataset } from './write-dataset.ts';

/** The worker's side of one job: hears the window's messages, answers through `send`. */
export class DatasetJob {
  readonly #send: (reply: DatasetReply) => void;
  #resume: ((message: DatasetMessage) => void) | undefined;

  constructor(send: (reply: DatasetReply) => void) {
    this.#send = send;
  }

  hear(message: DatasetMessage): void {
    const resume = this.#resume;
    this.#resume = undefined;
    if (resume !== undefined) resume(message);
    else void this.#run(message).then(this.#send);
  }

  async #run(message: DatasetMessage): Promise<DatasetReply> {
    try {
      if (message.kind === 'parse') {
        return await parseDataset(message, (done, total) => this.#send({ kind: 'progress', done, total }));
      }
      if (message.kind === 'unpack') {
        return { kind: 'unpacked', result: readArchive(message.name, message.bytes) };
      }
      if (message.kind === 'write') return await writeDataset(message, (reply) => this.#exchange(reply));
      throw new Error(`A job cannot begin with ${message.kind}.`);
    } catch (error) {
      return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
    }
  }

  #exchange(reply: DatasetReply): Promise<DatasetMessage> {
    return new Promise((resolve) => {
      this.#resume = resolve;
      this.#send(reply);
    });
  }
}
