import { Plus } from 'lucide-react';
import { type AttributeDefinition, attributeTypeSchema } from '../../../core/model/attribute-definition.ts';
import type { Tag } from '../../../core/model/tag-set.ts';
import {
  addAttribute,
  hasFixedType,
  moveAttribute,
  removeAttribute,
  renameAttribute,
  setAttributeType,
} from '../../../core/operations/gestures/change-attribute-definition.ts';
import { sayAttributeUse } from '../../app/tag-set/say-attribute-use.ts';
import { useApplication } from '../../app/use-application.ts';
import { moveByKey } from '../../ui/move-item.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { AddRow } from './add-row.tsx';
import { attributeTypes, hasOptions } from './attribute-types.ts';
import { NameField } from './name-field.tsx';
import { OptionList } from './option-list.tsx';
import { RowTools } from './row-tools.tsx';
import { useTagSetChange } from './use-tag-set-change.ts';

/** What spans of the tag can be said to be. */
export function AttributeList({ tag }: { readonly tag: Tag }) {
  const app = useApplication();
  const { change, readOnly } = useTagSetChange();
  const say = (definition: AttributeDefinition, consequence: string) =>
    void sayAttributeUse(app, { tag: tag.id, attribute: definition.id }, definition.name, consequence).catch(
      app.reportFault,
    );
  const setType = (definition: AttributeDefinition, value: string) => {
    const type = attributeTypeSchema.parse(value);
    if (type === definition.type) return;
    if (change((project) => setAttributeType(project, tag.id, definition.id, type)) !== null) return;
    say(definition, 'which may be none of the new type. Undo brings the old type back.');
  };
  const remove = (definition: AttributeDefinition) => {
    if (change((project) => removeAttribute(project, tag.id, definition.id)) !== null) return;
    say(definition, 'though it is no longer defined. Undo brings it back.');
  };
  return (
    <section aria-label="Attributes">
      <h3 className="field-label">Attributes</h3>
      {tag.attributes.length === 0 ? (
        <p className="soft">Annotations with this tag carry nothing but their words and a note.</p>
      ) : null}
      <ul className="tag-set-rows">
        {tag.attributes.map((definition, index) => {
          const move = (to: number) => change((project) => moveAttribute(project, tag.id, definition.id, to));
          return (
            <li key={definition.id} onKeyDown={(event) => moveByKey(event, index, move)}>
              <div className="tag-set-row">
                <NameField
                  label={`Name of attribute ${index + 1}`}
                  labelHidden
                  value={definition.name}
                  onCommit={(name, make) =>
                    make((project) => renameAttribute(project, tag.id, definition.id, name))
                  }
                />
                <SelectField
                  label={`Type of ${definition.name}`}
                  labelHidden
                  value={definition.type}
                  options={attributeTypes}
                  disabled={readOnly || hasFixedType(definition)}
                  onChange={(value) => setType(definition, value)}
                />
                <RowTools
                  name={definition.name}
                  index={index}
                  count={tag.attributes.length}
                  disabled={readOnly}
                  onMove={move}
                  onRemove={() => remove(definition)}
                />
              </div>
              {hasOptions(definition.type) ? <OptionList tagId={tag.id} definition={definition} /> : null}
            </li>
          );
        })}
      </ul>
      <AddRow
        label="New attribute"
        button="Add attribute"
        icon={Plus}
        disabled={readOnly}
        onAdd={(name) => change((project) => addAttribute(project, tag.id, { name, type: 'text' }))}
      />
    </section>
  );
}
