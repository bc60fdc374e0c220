import { readdirSync } from 'node:fs';
import { expect } from '@playwright/test';
import { examineProfile } from '../../src/cli/doctor/examine-profile.ts';
import type { Span } from '../../src/core/model/span.ts';
import { checkSpan } from '../../src/core/text/anchor.ts';
import type { Acknowledged } from './witness.ts';

/**
 * Looks through a profile that no app has open, as `ascribe doctor` does: nothing may be wrong with it, its journal and snapshots must hold by themselves all that was acknowledged,
 * every annotation must read what it says, and nothing half written may lie about.
 * @param repaired what the app left damaged because it does not need it (an older snapshot) is first mended as `ascribe doctor --repair` does
 * @returns the spans that journal and snapshots come to.
 */
export async function checkProfile(
  profile: string,
  acknowledged: Pick<Acknowledged, 'present' | 'gone'>,
  round: string,
  { repaired = false }: { readonly repaired?: boolean } = {},
): Promise<readonly Span[]> {
  if (repaired) {
    const before = await examineProfile(profile, new Date(), () => undefined);
    for (const { mend, kind } of before.findings) if (kind === 'fault') await mend?.run();
  }
  const { findings, projects } = await examineProfile(profile, new Date(), () => undefined);
  const faults = findings
    .filter(({ kind }) => kind === 'fault')
    .map(({ subject, words }) => `${subject}: ${words}`);
  expect(faults, `${round}: the doctor finds faults`).toEqual([]);
  const spans: Span[] = [];
  for (const { rescue } of projects) {
    for (const { body, spans: index } of rescue.state.articles.values()) {
      for (const span of index.ordered) {
        spans.push(span);
        expect(
          checkSpan(body.text, span).status,
          `${round}: “${span.quote}” is not what the text reads`,
        ).toBe('anchored');
      }
    }
  }
  const ids = new Set(spans.map(({ id }) => id));
  const missing = [...acknowledged.present].filter((id) => !ids.has(id));
  expect(missing, `${round}: acknowledged spans are in no journal`).toEqual([]);
  const left = readdirSync(profile, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.ascribe-[0-9a-f-]{36}\.tmp$/.test(name),
  );
  expect(left, `${round}: temporary files are left`).toEqual([]);
  return spans;
}
