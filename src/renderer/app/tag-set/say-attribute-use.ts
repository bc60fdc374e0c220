import { count } from '../../../core/text/number-words.ts';
import type { Application } from '../application.ts';

/** Says how many annotations keep a value of an attribute that is no longer defined as it was; nothing when none has one. */
export async function sayAttributeUse(
  app: Application,
  place: { readonly tag: string; readonly attribute: string },
  name: string,
  consequence: string,
): Promise<void> {
  let found = 0;
  for await (const soFar of app.scans.run('attributeUse', place)) found = soFar;
  if (found === 0) return;
  app.notices.inform(
    `${count(found, 'annotation')} ${found === 1 ? 'keeps its' : 'keep their'} value of “${name}”, ${consequence}`,
  );
}
