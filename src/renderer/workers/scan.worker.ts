import '../../bridge/jitless.ts';
import { answerScan } from './scan/answer-scan.ts';
import type { ScanRequest } from './scan/scan-jobs.ts';

/** Reads the working store, for one job after the other. */
addEventListener('message', (event: MessageEvent<ScanRequest>) => {
  void answerScan(event.data, { indexedDB, IDBKeyRange }, (reply) => postMessage(reply));
});
