import { type Tag, type TagMark, tagMarkSchema } from '../../../core/model/tag-set.ts';
import { setTagMark } from '../../../core/operations/gestures/change-tag.ts';
import { TagSwatch } from '../../ui/tag-swatch.tsx';
import { useTagSetChange } from './use-tag-set-change.ts';

const names: Readonly<Record<TagMark, string>> = {
  wash: 'Wash, for long passages',
  solid: 'Line',
  dotted: 'Dotted line',
  dashed: 'Dashed line',
  double: 'Double line',
  wavy: 'Wavy line',
};

/** How the tag's spans are drawn. */
export function MarkField({ tag }: { readonly tag: Tag }) {
  const { change, readOnly } = useTagSetChange();
  return (
    <fieldset className="tag-set-fieldset" disabled={readOnly}>
      <legend className="field-label">Mark</legend>
      <div className="mark-choices">
        {tagMarkSchema.options.map((mark) => (
          <label key={mark} className="check-field">
            <input
              type="radio"
              name="tag-mark"
              checked={mark === tag.mark}
              onChange={() => change((project) => setTagMark(project, tag.id, mark))}
            />
            <TagSwatch tag={{ ...tag, mark }} />
            {names[mark]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
