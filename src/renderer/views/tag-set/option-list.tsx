import { Plus } from 'lucide-react';
import type { AttributeDefinition } from '../../../core/model/attribute-definition.ts';
import {
  addOption,
  moveOption,
  removeOption,
  renameOption,
} from '../../../core/operations/gestures/change-attribute-options.ts';
import { moveByKey } from '../../ui/move-item.ts';
import { AddRow } from './add-row.tsx';
import { NameField } from './name-field.tsx';
import { RowTools } from './row-tools.tsx';
import { useTagSetChange } from './use-tag-set-change.ts';

interface OptionListProps {
  readonly tagId: string;
  readonly definition: AttributeDefinition;
}

/** The values from which an attribute's is chosen. */
export function OptionList({ tagId, definition }: OptionListProps) {
  const { change, readOnly } = useTagSetChange();
  const place = { tag: tagId, attribute: definition.id };
  const { options, name } = definition;
  return (
    <div className="option-list">
      <ul className="tag-set-rows" aria-label={`Options of ${name}`}>
        {options.map((option, index) => {
          const move = (to: number) => change((project) => moveOption(project, place, option.id, to));
          return (
            <li key={option.id} className="tag-set-row" onKeyDown={(event) => moveByKey(event, index, move)}>
              <NameField
                label={`Option ${index + 1} of ${name}`}
                labelHidden
                value={option.name}
                onCommit={(words, make) => make((project) => renameOption(project, place, option.id, words))}
              />
              <RowTools
                name={`option ${option.name}`}
                index={index}
                count={options.length}
                disabled={readOnly}
                onMove={move}
                onRemove={() => change((project) => removeOption(project, place, option.id))}
              />
            </li>
          );
        })}
      </ul>
      <AddRow
        label={`New option of ${name}`}
        button="Add option"
        icon={Plus}
        disabled={readOnly}
        onAdd={(words) => change((project) => addOption(project, place, words))}
      />
    </div>
  );
}
