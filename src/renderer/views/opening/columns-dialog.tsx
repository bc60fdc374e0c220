import { useState } from 'react';
import {
  type ColumnRole,
  columnRoleSchema,
  roleFault,
} from '../../../core/formats/article-table/column-roles.ts';
import { count } from '../../../core/text/number-words.ts';
import type { ColumnsQuestion } from '../../app/interface-state.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import './columns.css';

const labels: Readonly<Record<ColumnRole, string>> = {
  text: 'Text',
  title: 'Title',
  date: 'Date',
  author: 'Author',
  outlet: 'Outlet',
  url: 'URL',
  identifier: 'Identifier',
  other: 'Other metadata',
  none: 'Leave out',
};
const options = columnRoleSchema.options.map((value) => ({ value, label: labels[value] }));

/** The rows of a file are articles: which of its columns hold what. Nothing is opened until it is said. */
export function ColumnsDialog({ question }: { readonly question: ColumnsQuestion }) {
  const { fileName, outline, answer } = question;
  const [roles, setRoles] = useState(question.roles);
  const fault = roleFault(roles);
  return (
    <Dialog
      title="Open a table of articles"
      size="wide"
      focusFirst="default"
      onClose={() => answer(null)}
      onSubmit={() => {
        if (fault === undefined) answer(roles);
      }}
      actions={
        <>
          <Button onClick={() => answer(null)}>Cancel</Button>
          <Button kind="primary" type="submit" disabled={fault !== undefined}>
            Open {count(outline.rowCount, 'article')}
          </Button>
        </>
      }
    >
      <p>
        Each row of <bdi>“{fileName}”</bdi> becomes an article. What do its columns hold?
      </p>
      <ul className="column-list">
        {outline.columns.map(({ name, samples }, at) => {
          const sample = samples.find((each) => each.trim() !== '') ?? '';
          const shown = name === '' ? `Column ${at + 1}` : name;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns stand where they stand, and two may have one name.
            <li key={at}>
              <span className="column-name">
                <bdi>{shown}</bdi>
              </span>
              <span className="column-sample soft" dir="auto">
                {sample.trim() === '' ? 'empty' : sample}
              </span>
              <SelectField
                label={`What “${shown}” holds`}
                labelHidden
                value={roles[at] ?? 'none'}
                options={options}
                onChange={(value) => setRoles(roles.with(at, columnRoleSchema.parse(value)))}
              />
            </li>
          );
        })}
      </ul>
      <p role="alert" className="field-problem">
        {fault ?? ''}
      </p>
    </Dialog>
  );
}
