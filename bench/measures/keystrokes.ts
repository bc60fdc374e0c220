import { attributedArticle, expectAttributed, pressAttribution } from '../../e2e/gestures/attributions.ts';
import { sharedArticlePath, sharedDataIsMissing } from '../../e2e/gestures/shared-article.ts';
import { launchApp } from '../../e2e/harness/launch.ts';
import { newProfile } from './electron-app.ts';
import type { Part, Plan } from './part.ts';

/** Key presses for each attribution of a real article, moving there included, in the real app. A chord counts as one. */
export const keystrokes: Part = { name: 'keystrokes', drivesApp: true, measure };

async function measure({ say, record }: Plan): Promise<void> {
  if (sharedDataIsMissing) {
    say('keystrokes: left out, there is no ../shared/data');
    return;
  }
  const { attributions } = attributedArticle();
  const { page, kill } = await launchApp({ profile: newProfile(), files: [sharedArticlePath()] });
  try {
    for (const [round, attribution] of attributions.entries()) {
      say(`keystrokes: attribution ${round + 1} of ${attributions.length}`);
      const value = await pressAttribution(page, attribution);
      const size = attribution.form === 'direct' ? 'quoted' : 'reported';
      record({ measure: 'keys per attribution', size, contender: 'app', round, value });
    }
    await expectAttributed(page, attributions.length);
  } finally {
    await kill();
  }
}
