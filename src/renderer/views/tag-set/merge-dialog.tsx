import { useMemo, useState } from 'react';
import type { Tag, TagSet } from '../../../core/model/tag-set.ts';
import { mergeTagsStep } from '../../../core/operations/gestures/tag-set-step.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { StepDialog } from './step-dialog.tsx';

interface MergeDialogProps {
  readonly tagSet: TagSet;
  readonly tag: Tag;
  readonly onClose: () => void;
}

/** Makes one tag of two. */
export function MergeDialog({ tagSet, tag, onClose }: MergeDialogProps) {
  const others = tagSet.tags.filter(({ id }) => id !== tag.id);
  const [into, setInto] = useState(others[0]?.id ?? '');
  const step = useMemo(() => {
    const result = mergeTagsStep(tagSet, tag.id, into);
    return result.ok ? result.value : null;
  }, [tagSet, tag.id, into]);
  return (
    <StepDialog
      title={`Merge “${tag.name}” into another tag`}
      confirm="Merge"
      step={step}
      nothing={`No annotation has the tag “${tag.name}”.`}
      onClose={onClose}
    >
      <p>
        <bdi>“{tag.name}”</bdi> goes away; its annotations, links, attributes and examples become the other
        tag’s.
      </p>
      <SelectField
        label="Into"
        value={into}
        options={others.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setInto}
      />
    </StepDialog>
  );
}
