import { Plus } from 'lucide-react';
import { moved } from '../../../core/model/list-order.ts';
import type { Tag } from '../../../core/model/tag-set.ts';
import { setTagExamples } from '../../../core/operations/gestures/change-tag.ts';
import { moveByKey } from '../../ui/move-item.ts';
import { AddRow } from './add-row.tsx';
import { NameField } from './name-field.tsx';
import { RowTools } from './row-tools.tsx';
import { useTagSetChange } from './use-tag-set-change.ts';

/** Stretches of text that the tag is right for. */
export function ExamplesField({ tag }: { readonly tag: Tag }) {
  const { change, readOnly } = useTagSetChange();
  const { examples } = tag;
  const put = (next: readonly string[]) => change((project) => setTagExamples(project, tag.id, next));
  const move = (from: number, to: number) => put(moved(examples, from, to));
  // Two examples may read the same.
  const rows = examples.map((example, key) => ({ example, key }));
  return (
    <section aria-label="Examples">
      <h3 className="field-label">Examples</h3>
      <ul className="tag-set-rows">
        {rows.map(({ example, key }) => (
          <li
            key={key}
            className="tag-set-row"
            onKeyDown={(event) => moveByKey(event, key, (to) => move(key, to))}
          >
            <NameField
              label={`Example ${key + 1}`}
              labelHidden
              value={example}
              onCommit={(words) => put(examples.with(key, words))}
            />
            <RowTools
              name={`example ${key + 1}`}
              index={key}
              count={examples.length}
              disabled={readOnly}
              onMove={(to) => move(key, to)}
              onRemove={() => put(examples.toSpliced(key, 1))}
            />
          </li>
        ))}
      </ul>
      <AddRow
        label="New example"
        button="Add example"
        icon={Plus}
        disabled={readOnly}
        onAdd={(words) => put([...examples, words])}
      />
    </section>
  );
}
