import type { Tag } from '../../../core/model/tag-set.ts';
import { TagSwatch } from '../../ui/tag-swatch.tsx';

interface TagChecksProps {
  readonly label: string;
  readonly tags: readonly Tag[];
  readonly chosen: readonly string[];
  readonly disabled: boolean;
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Some of the tags, ticked. */
export function TagChecks({ label, tags, chosen, disabled, onChange }: TagChecksProps) {
  return (
    <fieldset className="tag-checks" disabled={disabled}>
      <legend className="visually-hidden">{label}</legend>
      {tags.map((tag) => (
        <label key={tag.id} className="check-field">
          <input
            type="checkbox"
            checked={chosen.includes(tag.id)}
            onChange={(event) =>
              onChange(
                event.target.checked ? [...chosen, tag.id] : chosen.filter((other) => other !== tag.id),
              )
            }
          />
          <TagSwatch tag={tag} />
          <bdi>{tag.name}</bdi>
        </label>
      ))}
    </fieldset>
  );
}
