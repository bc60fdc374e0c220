import type { Fragment } from '../../model/fragment.ts';

const nouns =
  'Street|Avenue|Road|Lane|Boulevard|Square|Plaza|Bridge|River|Lake|Island|Islands|Isles|Bay|Beach|Cape|Coast|Creek|Canal|Channel|Strait|Peninsula|Valley|Mountain|Mountains|Hills|Desert|Forest|Park|Gardens|County|Province|District|Airport|Station|Stadium|Arena|Tower|Towers|Palace|Castle|Cathedral|Mosque|Temple|Hotel|Hospital|Prison|Harbour|Harbor|Barracks|Embassy|Convention Centre|Convention Center';

/** Names that their last word says are places: one to four words with a capital before it, or “Mount” and “Lake” before a name. */
const byForm = new RegExp(
  String.raw`(?<![\p{L}\p{M}])(?:(?:\p{Lu}[\p{L}\p{M}'’.-]{0,30} ){1,4}(?<noun>${nouns})(?![\p{L}\p{M}-])|(?<before>Mount|Lake|Cape|River) \p{Lu}[\p{L}\p{M}'’-]*)`,
  'gu',
);

/** Words with a capital because a sentence begins, which are no part of the name. */
const openings =
  /^(?:The|A|An|In|At|On|Near|From|To|And|But|For|Of|By|With|After|Before|When|While|As|Since|Across|Outside|Inside|This|That|His|Her|Its|Their|Our) /u;

export interface PlaceByForm {
  readonly fragment: Fragment;
  /** The word that says it is a place. */
  readonly noun: string;
}

/** What is a place by its form in a stretch of text. Offsets in UTF-16 units. */
export function* placesByForm(text: string, { start, end }: Fragment): Generator<PlaceByForm> {
  for (const { 0: words, index, groups } of text.slice(start, end).matchAll(byForm)) {
    const opening = openings.exec(words)?.[0].length ?? 0;
    const noun = groups?.noun ?? groups?.before;
    if (noun === undefined || words.slice(opening) === noun) continue;
    yield { fragment: { start: start + index + opening, end: start + index + words.length }, noun };
  }
}
