import { useProject } from '../../app/use-application.ts';
import { savingWords } from './saving-words.ts';

export function SaveState() {
  const saving = useProject((state) => state.saving);
  const words = savingWords(saving);
  return (
    <span className="save-state" role="status" data-kind={saving.kind} title={words}>
      {words}
    </span>
  );
}
