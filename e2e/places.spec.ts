import { card, expectAnnotations } from './gestures/annotations.ts';
import { articleFile } from './gestures/article-files.ts';
import { articleText } from './gestures/text-places.ts';
import { expect, test } from './harness/fixtures.ts';
import { makeProfile } from './harness/profile.ts';
import { waitSaved } from './harness/saved.ts';

test('a place is suggested with where it is, and what was chosen once is meant again in another article', async ({
  launch,
}) => {
  const profile = makeProfile();
  const { page, close } = await launch({
    profile,
    files: [articleFile('rain.txt', 'Rain in the south\n\nIt rained in Paris, Texas.\n')],
  });
  const foot = page.getByRole('contentinfo');
  const bar = page.getByRole('toolbar', { name: 'Suggestion', exact: true });
  await expect(foot.getByRole('button', { name: '2 suggestions' })).toBeVisible();
  await articleText(page).focus();
  await page.keyboard.press('u');
  await expect(bar).toContainText('Location: Paris = Paris');
  await expect(bar).toContainText('Paris, town in Texas, United States');
  await expect(bar).toContainText('the place beside it holds it');
  await page.keyboard.press('i');
  await expectAnnotations(page, ['Location: Paris']);
  await expect(card(page).getByRole('button', { name: /^Place:/ })).toContainText(
    /Paris.*33\.66\d*, -95\.55\d*.*geonames:\d+/,
  );
  await waitSaved(page);
  await close();

  const again = await launch({
    profile,
    files: [articleFile('more.txt', 'More rain\n\nThere was more rain in Paris.\n')],
  });
  await expect(
    again.page.getByRole('contentinfo').getByRole('button', { name: '1 suggestion' }),
  ).toBeVisible();
  await articleText(again.page).focus();
  await again.page.keyboard.press('u');
  const suggestion = again.page.getByRole('toolbar', { name: 'Suggestion', exact: true });
  await expect(suggestion).toContainText('Paris, town in Texas, United States');
  await expect(suggestion).toContainText('chosen before');
});
