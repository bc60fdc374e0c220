import { tagKeys } from '../../../core/model/tag-keys.ts';
import type { Tag } from '../../../core/model/tag-set.ts';
import { setTagKey } from '../../../core/operations/gestures/change-tag.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { useTagSetChange } from './use-tag-set-change.ts';

interface KeyFieldProps {
  readonly tag: Tag;
  readonly others: readonly Tag[];
}

/** The key that tags. One that another tag has is swapped with it. */
export function KeyField({ tag, others }: KeyFieldProps) {
  const { change, readOnly } = useTagSetChange();
  const options = tagKeys.map((key) => {
    const holder = others.find((other) => other.key === key);
    return { value: key, label: holder === undefined ? key : `${key} (swap with ${holder.name})` };
  });
  return (
    <SelectField
      label="Key"
      value={tag.key}
      disabled={readOnly}
      options={[{ value: '', label: 'None' }, ...options]}
      onChange={(key) => change((project) => setTagKey(project, tag.id, key, 'swap'))}
    />
  );
}
