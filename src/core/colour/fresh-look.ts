import { type Tag, tagMarkSchema } from '../model/tag-set.ts';
import { confusedBy } from './colour-vision.ts';
import { tagColourOf } from './tag-colours.ts';
import { tintPresets } from './tint-presets.ts';

/** A mark and a colour for a new tag that nobody confuses with the tags that are there, as long as there are such. */
export function freshLook(tags: readonly Tag[]): Pick<Tag, 'mark' | 'colour'> {
  const uses = (mark: Tag['mark']) => tags.filter((tag) => tag.mark === mark).length;
  // A wash is for long passages; a new tag rather names something short.
  const marks = tagMarkSchema.options.filter((mark) => mark !== 'wash').sort((a, b) => uses(a) - uses(b));
  const looks = marks.flatMap((mark) => tintPresets.map((tint) => ({ mark, colour: tagColourOf(tint) })));
  const isClear = (look: Pick<Tag, 'mark' | 'colour'>) =>
    tags.every((tag) => confusedBy(tag, look).length === 0);
  const [first] = looks;
  if (first === undefined) throw new Error('there are marks and presets: both are constants');
  return looks.find(isClear) ?? first;
}
