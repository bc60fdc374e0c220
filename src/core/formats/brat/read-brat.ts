import { type Result, success } from '../../model/result.ts';
import { DatasetDraft } from '../dataset-draft.ts';
import type { DatasetReading } from '../dataset-reading.ts';
import { decodedText } from '../decoded-text.ts';
import type { SourceFile } from '../format.ts';
import { type FormatFailure, unreadable } from '../format-failure.ts';
import { readAnnotationConf } from './annotation-conf.ts';
import { BratReading } from './brat-reading.ts';
import { defineByConf } from './define-by-conf.ts';

/**
 * Reads an `.ann` file with the text that it is about.
 * @param companions the text under the name of the file with `.txt` for its ending, and `annotation.conf`
 */
export function readBrat(
  { name, bytes }: SourceFile,
  companions: readonly SourceFile[],
): Result<DatasetReading, FormatFailure> {
  const stem = stemOf(name);
  const source = companions.find((companion) => companion.name === `${stem}.txt`);
  if (source === undefined) {
    return unreadable(
      'cannot-read',
      `“${name}” marks places in a text that did not come with it. Import it together with “${stem}.txt”.`,
    );
  }
  const text = decodedText(source.bytes);
  if (!text.ok) return undecodable(source.name, text.reason);
  const lines = decodedText(bytes);
  if (!lines.ok && bytes.length > 0) return undecodable(name, lines.reason);
  const draft = new DatasetDraft();
  const conf = companions.find((companion) => companion.name.endsWith('annotation.conf'));
  if (conf !== undefined) {
    const definitions = decodedText(conf.bytes);
    if (definitions.ok) defineByConf(draft, readAnnotationConf(definitions.value));
    else
      draft.fault({
        effect: 'refused',
        item: 'tag',
        id: conf.name,
        reason: 'the file cannot be read as text',
      });
  }
  new BratReading(draft, stem).read(lines.ok ? lines.value : '', text.value, `${stem}.txt`);
  return success(draft.reading());
}

/** The file’s name without folders and ending: that of its text too. */
export function stemOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1).replace(/\.ann$/i, '');
}

function undecodable(name: string, reason: string) {
  return unreadable('not-text', `“${name}” cannot be read. ${reason} Save it as UTF-8 text.`);
}
