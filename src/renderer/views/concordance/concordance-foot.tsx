import { grouped } from '../../../core/text/number-words.ts';
import { acceptPicked, tagOfRows } from '../../app/concordance/act-on-rows.ts';
import { annotationTargets } from '../../app/concordance/annotation-targets.ts';
import { changeConcordance, showMoreRows } from '../../app/concordance/run-concordance.ts';
import { canWrite } from '../../app/preconditions.ts';
import { useApplication, useInterface, useProject } from '../../app/use-application.ts';
import { Button } from '../../ui/button.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { countWords } from './concordance-words.ts';

/** What was found, and what can be done with it. */
export function ConcordanceFoot() {
  const app = useApplication();
  const concordance = useInterface((state) => state.concordance);
  const { rows, gone, found, picked, status, stop, search } = concordance;
  const isText = search.scope === 'text';
  return (
    <footer className="concordance-foot">
      <p role="status">{countWords(concordance)}</p>
      {status === 'running' ? <Button onClick={() => stop?.()}>Stop</Button> : null}
      {status === 'done' && rows.length - gone.size < found ? (
        <Button onClick={() => void showMoreRows(app)}>Show more</Button>
      ) : null}
      <span className="concordance-keys soft">
        {isText ? <Key keys="Enter" words="tag" /> : null}
        <Key keys="S" words="skip" />
        <Key keys="O" words="open" />
        <Key keys="Space" words="pick" />
      </span>
      {isText ? <TagRows /> : null}
      {isText || found === 0 ? null : (
        <Button
          disabled={status === 'running' || !canWrite(app)}
          onClick={() =>
            void annotationTargets(app)
              .then((targets) => app.interface.setState({ dialog: { kind: 'bulkEdit', targets } }))
              .catch(app.reportFault)
          }
        >
          {picked.size > 0 ? `Edit ${grouped(picked.size)} picked…` : `Edit all ${grouped(found)}…`}
        </Button>
      )}
    </footer>
  );
}

function Key({ keys, words }: { readonly keys: string; readonly words: string }) {
  return (
    <span>
      <KeyCap>{keys}</KeyCap> {words}
    </span>
  );
}

/** With which tag, and the button for all that are picked. */
function TagRows() {
  const app = useApplication();
  const tags = useProject((state) => state.project.tagSet.tags);
  const picked = useInterface((state) => state.concordance.picked.size);
  useInterface((state) => state.concordance.tag);
  return (
    <>
      <SelectField
        label="Tag with"
        labelHidden
        value={tagOfRows(app) ?? ''}
        options={tags.map(({ id, name }) => ({ value: id, label: `Tag as ${name}` }))}
        onChange={(tag) => changeConcordance(app, { tag })}
      />
      {picked === 0 ? null : (
        <Button disabled={!canWrite(app)} onClick={() => void acceptPicked(app).catch(app.reportFault)}>
          Tag {grouped(picked)} picked
        </Button>
      )}
    </>
  );
}
