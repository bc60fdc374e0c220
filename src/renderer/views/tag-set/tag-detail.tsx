import type { TagSet } from '../../../core/model/tag-set.ts';
import { tagById } from '../../../core/model/tag-set.ts';
import { renameTag, setTagGuideline } from '../../../core/operations/gestures/change-tag.ts';
import { Button } from '../../ui/button.tsx';
import { AttributeList } from './attribute-list.tsx';
import { ColourField } from './colour-field.tsx';
import { ExamplesField } from './examples-field.tsx';
import { KeyField } from './key-field.tsx';
import { MarkField } from './mark-field.tsx';
import { NameField } from './name-field.tsx';
import { useTagSetChange } from './use-tag-set-change.ts';

interface TagDetailProps {
  readonly tagSet: TagSet;
  readonly tagId: string;
  readonly onMerge: () => void;
  readonly onDelete: () => void;
}

/** All that can be changed of one tag. */
export function TagDetail({ tagSet, tagId, onMerge, onDelete }: TagDetailProps) {
  const { readOnly } = useTagSetChange();
  const tag = tagById(tagSet, tagId);
  if (tag === undefined) return null;
  const others = tagSet.tags.filter(({ id }) => id !== tagId);
  return (
    <section className="tag-detail" aria-label={`Tag ${tag.name}`}>
      <div className="tag-detail-top">
        <NameField
          label="Name"
          value={tag.name}
          onCommit={(name, change) => change((project) => renameTag(project, tagId, name))}
        />
        <KeyField tag={tag} others={others} />
      </div>
      <p className="soft field-hint">
        In files this tag is called <code>{tag.id}</code>, whatever its name.
      </p>
      <MarkField tag={tag} />
      <ColourField tag={tag} others={others} />
      <NameField
        label="Guideline"
        lines="several"
        placeholder="When to use this tag…"
        value={tag.guideline}
        onCommit={(words, change) => change((project) => setTagGuideline(project, tagId, words))}
      />
      <ExamplesField tag={tag} />
      <AttributeList tag={tag} />
      <div className="tag-detail-actions">
        <Button disabled={readOnly || others.length === 0} onClick={onMerge}>
          Merge into another tag…
        </Button>
        <Button disabled={readOnly || others.length === 0} onClick={onDelete}>
          Delete tag…
        </Button>
      </div>
    </section>
  );
}
