import { type Result, success } from '../../model/result.ts';
import type { DatasetDraft } from '../dataset-draft.ts';
import type { DatasetReading } from '../dataset-reading.ts';
import type { DatasetReadingOptions, SourceFile } from '../format.ts';
import { type FormatFailure, unreadable } from '../format-failure.ts';
import { type JsonRecord, type JsonRecords, jsonRecords } from './json-records.ts';

/** Records between two words on progress. */
const progressEvery = 50;

/** Where a record stands, beside its value. */
export interface RecordPlace extends Pick<JsonRecord, 'line' | 'range'> {
  /** In the file, from 1. */
  readonly number: number;
  readonly records: JsonRecords;
}

/**
 * Reads each record of a JSON file into the draft. Records that are not JSON are reported as articles that do not come in; a file that has no others fails.
 * @param finish is called when all are read.
 */
export function readRecords(
  file: SourceFile,
  options: DatasetReadingOptions | undefined,
  draft: DatasetDraft,
  read: (value: unknown, place: RecordPlace) => void,
  finish?: () => void,
): Result<DatasetReading, FormatFailure> {
  const opened = jsonRecords(file);
  if (!opened.ok) return opened;
  const records = opened.value;
  let number = 0;
  let sound = 0;
  let fault: { readonly line: number; readonly reason: string } | undefined;
  for (const { value, line, range } of records) {
    if (number % progressEvery === 0) options?.progress?.(number, records.count);
    number++;
    if (value.ok) {
      sound++;
      read(value.value, { line, range, number, records });
    } else {
      fault ??= { line, reason: value.reason };
      draft.fault({ effect: 'refused', item: 'article', id: `#${number}`, line, reason: value.reason });
    }
  }
  if (sound === 0 && fault !== undefined) {
    const { line, reason } = fault;
    return unreadable('damaged', `“${file.name}” is not sound JSON: in line ${line}, ${reason}.`, line);
  }
  finish?.();
  return success(draft.reading());
}

/** Names articles that bring no id: the file’s name without its ending, and their number in it. */
export function recordName(fileName: string, number: number): string {
  return `${fileName
    .slice(fileName.lastIndexOf('/') + 1)
    .replace(/\.[^.]*$/, '')
    .slice(0, 100)}-${number}`;
}
