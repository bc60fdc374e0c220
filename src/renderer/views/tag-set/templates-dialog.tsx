import { useState } from 'react';
import { tagSetTemplates } from '../../../core/templates/tag-set-templates.ts';
import { ChoiceGroup } from '../../ui/choice-group.tsx';
import { AdoptionDialog } from './adoption-dialog.tsx';

/** Tag sets to begin with. */
export function TemplatesDialog({ onClose }: { readonly onClose: () => void }) {
  const [chosen, setChosen] = useState(tagSetTemplates[0]);
  if (chosen === undefined) return null;
  return (
    <AdoptionDialog
      title="Tag set templates"
      incoming={chosen.tagSet}
      label={`use template “${chosen.name}”`}
      onClose={onClose}
    >
      <ChoiceGroup
        label="Template"
        value={chosen.id}
        choices={tagSetTemplates.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => setChosen(tagSetTemplates.find((template) => template.id === id))}
      />
      <p className="soft">{chosen.purpose}</p>
    </AdoptionDialog>
  );
}
