import { openBenchWindow } from './electron-app.ts';
import type { Part, Plan } from './part.ts';

/** A phrase, a name, and a word that stands in nearly every sentence. */
const sought = ['union’s chair', 'Velden', 'said'] as const;

/** Going through 100 MB of text for words: the concordance, and plain scans with `indexOf` over the same store and over texts in memory. */
export const concordance: Part = { name: 'concordance', drivesApp: false, measure };

async function measure({ rounds, say, record }: Plan): Promise<void> {
  const { app, page } = await openBenchWindow();
  try {
    say('concordance: filling a store with 100 MB');
    for (let round = -1; round < rounds; round++) {
      for (const words of sought) {
        const times = await page.evaluate((one) => window.bench.concordanceTimes(one), words);
        if (round < 0) continue;
        say(`concordance: round ${round + 1} of ${rounds}, “${words}”, ${times.found} found`);
        const put = (of: string, contender: string, value: number) =>
          record({ measure: `“${words}” in 100 MB: ${of}, ms`, size: '', contender, round, value });
        put('first rows', 'concordance', times.firstRows);
        put('all', 'concordance', times.concordance);
        put('all', 'storeScan', times.storeScan);
        put('in memory', 'matcher', times.matcher);
        put('in memory', 'memoryScan', times.memoryScan);
      }
    }
  } finally {
    await app.close();
  }
}
