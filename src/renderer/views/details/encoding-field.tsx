import { useState } from 'react';
import { encodingChoices } from '../../../core/text/encoding-choices.ts';
import { rereadIn } from '../../app/opening/reread.ts';
import { useApplication, useProject } from '../../app/use-application.ts';
import type { ArticleSummary } from '../../store/workbench-state.ts';
import { SelectField } from '../../ui/select-field.tsx';

/** The encoding that the file was read in. It can be overridden until the first annotation, which would lose its place. */
export function EncodingField({ summary }: { readonly summary: ArticleSummary }) {
  const app = useApplication();
  const { source } = summary.record;
  const readOnly = useProject((state) => state.saving.kind === 'readOnly');
  const [problem, setProblem] = useState('');
  const isTagged = Object.values(summary.counts).some((number) => number > 0);
  const options = encodingChoices.map(({ encoding, label }) => ({ value: encoding, label }));
  if (!options.some(({ value }) => value === source.encoding)) {
    options.unshift({ value: source.encoding, label: source.encoding });
  }
  const change = async (encoding: string) => {
    setProblem('');
    const article = await app.workbench.readArticle(summary.record.id);
    const reread = await rereadIn(app, article, encoding);
    if (reread === null) return;
    if (reread.ok) app.workbench.commit(reread.value, 'change encoding');
    else setProblem(reread.reason.message);
  };
  return (
    <div>
      <SelectField
        label="Encoding"
        value={source.encoding}
        options={options}
        disabled={isTagged || readOnly}
        onChange={(encoding) => void change(encoding).catch(app.reportFault)}
      />
      <p className="soft field-hint">
        {isTagged
          ? 'Annotations stand at places in this text, so the encoding stays as it is.'
          : 'The file is read again with the encoding you choose; if it is not at hand, you are asked for it.'}
      </p>
      <p role="alert" className="field-problem">
        {problem}
      </p>
    </div>
  );
}
