import type { Identifier } from '../../../core/model/identifier.ts';
import { type CarriedSpan, carryOver, fatesOf } from '../../../core/operations/gestures/carry-over.ts';
import { count } from '../../../core/text/number-words.ts';
import type { Application } from '../application.ts';
import { authorshipNow, perform } from '../perform.ts';
import type { CarryOverOffer } from './carry-over-offer.ts';

/** The article of which the open one is a later version, as far as it is in the project and annotated. */
function earlierId(app: Application): Identifier | undefined {
  const { open, articles } = app.workbench.project.getState();
  const earlier = articles.get(open?.record.versionOf ?? '');
  if (earlier === undefined) return undefined;
  return Object.values(earlier.counts).some((spans) => spans > 0) ? earlier.record.id : undefined;
}

export function canCarryOver(app: Application): boolean {
  return earlierId(app) !== undefined;
}

/** Says that there is something to carry over, once the later version is shown. */
export async function announceCarryOver(app: Application): Promise<void> {
  const id = earlierId(app);
  if (id === undefined) return;
  const { spans } = await app.workbench.readArticle(id);
  app.notices.inform(
    `The earlier version has ${count(spans.size, 'annotation')}. Article › Carry annotations over… brings them here.`,
  );
}

/** Compares the open article with its earlier version, and shows what became of each annotation. */
export async function offerCarryOver(app: Application): Promise<void> {
  const id = earlierId(app);
  const { open } = app.workbench.project.getState();
  if (id === undefined || open === null) return;
  const earlier = await app.workbench.readArticle(id);
  const carried = fatesOf(earlier.spans.ordered, earlier.body.text, open.body.text);
  app.interface.setState({ dialog: { kind: 'carryOver', offer: { earlier, carried } } });
}

/** Carries the chosen annotations over, in one step. */
export async function takeCarryOver(
  app: Application,
  { earlier }: CarryOverOffer,
  chosen: readonly CarriedSpan[],
): Promise<void> {
  app.interface.setState({ dialog: null });
  // All of the later version must be there, so that nothing is made twice.
  await app.workbench.whenComplete();
  const { open } = app.workbench.project.getState();
  if (open === null) return;
  const result = carryOver(open, chosen, earlier.relations.values(), authorshipNow(app));
  if (perform(app, result)) app.notices.inform(`${count(chosen.length, 'annotation')} carried over.`);
  else if (!result.ok) app.notices.inform(result.reason.message);
}
