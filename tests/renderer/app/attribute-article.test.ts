import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { attributedArticle } from '../../../e2e/gestures/attributions.ts';
import type { CommandId } from '../../../src/bridge/commands.ts';
import { hasSharedData, sharedData, sharedDataNote } from '../../core/arbitraries/shared-data.ts';
import { testApplication } from './test-application.ts';

const commandOf: Readonly<Record<string, CommandId>> = {
  q: 'go.nextQuote',
  c: 'annotation.claimHere',
  Enter: 'annotation.atCaret',
};

test.runIf(hasSharedData)(
  `the keys of the gold article make every attribution of it, in three each${sharedDataNote}`,
  async () => {
    const [file = ''] = readdirSync(sharedData('articles'));
    const { app, run } = await testApplication(readFileSync(sharedData(`articles/${file}`), 'utf8'));
    app.workbench.select({ anchor: 0, focus: 0 });
    const { attributions } = attributedArticle();
    for (const key of attributions.flatMap(({ keys }) => keys)) {
      const command = commandOf[key];
      if (command === undefined) throw new Error(`no command for ${key}`);
      await run(command);
    }
    const { open } = app.workbench.project.getState();
    const spans = open?.spans.ordered ?? [];
    const made = spans
      .filter(({ tag }) => tag === 'claim')
      .map(({ id, fragments }) => {
        const link = [...(open?.relations.values() ?? [])].find(({ to }) => to === id);
        const [speaker] = spans.find((span) => span.id === link?.from)?.fragments ?? [];
        return {
          claim: fragments.map(({ start, end }) => [start, end]),
          speaker: speaker === undefined ? null : [speaker.start, speaker.end],
        };
      });
    expect(made).toEqual(attributions.map(({ claim, speaker }) => ({ claim, speaker })));
    for (const { keys } of attributions) expect(keys.length).toBeLessThanOrEqual(3);
  },
);
