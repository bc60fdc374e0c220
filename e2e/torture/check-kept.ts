import { expect, type Page } from '@playwright/test';
import { type Acknowledged, spanIds } from './witness.ts';

/**
 * Checks that all that was acknowledged is on the screen after a start, and nothing that was acknowledged as gone.
 * @param perhapsUndone how many of the acknowledged spans may have been taken back after the last acknowledgement.
 * @returns the ids that are there.
 */
export async function checkKept(
  page: Page,
  { present, gone }: Acknowledged,
  perhapsUndone: number,
  round: string,
): Promise<ReadonlySet<string>> {
  await expect
    .poll(async () => missingFrom(await spanIds(page), present), {
      message: `${round}: acknowledged spans are missing`,
      timeout: 10_000,
    })
    .toBeLessThanOrEqual(perhapsUndone);
  const there = await spanIds(page);
  expect(
    [...gone].filter((id) => there.has(id)),
    `${round}: spans that were taken back are there again`,
  ).toEqual([]);
  return there;
}

function missingFrom(there: ReadonlySet<string>, present: ReadonlySet<string>): number {
  return [...present].filter((id) => !there.has(id)).length;
}
