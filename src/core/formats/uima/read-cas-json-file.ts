import { type Result, success } from '../../model/result.ts';
import { DatasetDraft } from '../dataset-draft.ts';
import type { DatasetReading } from '../dataset-reading.ts';
import type { SourceFile } from '../format.ts';
import { type FormatFailure, unreadable } from '../format-failure.ts';
import { excessOf } from './cas.ts';
import { readCas } from './cas-to-dataset.ts';
import { readCasJson } from './read-cas-json.ts';

/** Reads a file of CAS JSON as a dataset. */
export function readCasJsonFile({ name, bytes }: SourceFile): Result<DatasetReading, FormatFailure> {
  const read = readCasJson(bytes);
  if (!read.ok) {
    const { line, reason } = read.reason;
    return unreadable(
      'damaged',
      `“${name}” is not sound JSON of a UIMA CAS: in line ${line}, ${reason}.`,
      line,
    );
  }
  const { cas, faults, unknown } = read.value;
  const excess = excessOf(cas);
  if (excess !== undefined) return unreadable('damaged', `“${name}” cannot be read: ${excess}.`);
  if (cas.views.every(({ text }) => text === undefined)) {
    return unreadable('empty', `“${name}” holds no text: it is a UIMA CAS without a document.`);
  }
  const draft = new DatasetDraft();
  for (const fault of faults) draft.fault(fault);
  for (const path of unknown) draft.unknown(path);
  readCas(cas, name.replace(/^.*\//, '').replace(/\.json$/i, '') || name, draft);
  return success(draft.reading());
}
