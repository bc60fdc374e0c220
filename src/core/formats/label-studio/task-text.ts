import { failure, type Result, success } from '../../model/result.ts';
import { SourceText } from '../source-text.ts';
import { readHtmlText } from './html-text.ts';
import { readsLike } from './reads-like.ts';
import type { ResultPlace } from './result-place.ts';
import type { LabelStudioResult, LabelStudioTask } from './task-schema.ts';

/** The text of a task, and the way from its results to places in it. */
export interface TaskText {
  /** The member of `data` that it stands under. */
  readonly key: string;
  readonly text: string;
  /** Where a result stands; the reason, as a clause, why it stands nowhere. */
  placeOf(result: LabelStudioResult): Result<ResultPlace, string>;
}

/** The text of a task; the reason, as a clause, why it has none. */
export function taskText(
  task: LabelStudioTask,
  results: readonly LabelStudioResult[],
): Result<TaskText, string> {
  const key = keyOfText(task, results);
  const value = key === undefined ? undefined : task.data[key];
  if (key === undefined || typeof value !== 'string') {
    const keys = Object.keys(task.data).slice(0, 5);
    return failure(
      keys.length === 0 ? 'it holds no data' : `it is not about a text but about “${keys.join('”, “')}”`,
    );
  }
  if (isAddress(value)) return failure(`its text is not in the file but at ${value.slice(0, 200)}`);
  if (isHtml(value, results)) {
    const html = readHtmlText(value);
    if (!html.ok) return html;
    return success({ key, text: html.value.text, placeOf: (result) => html.value.placeOf(result) });
  }
  const plain = new PlainText(value, results);
  return success({ key, text: value, placeOf: (result) => plain.placeOf(result) });
}

/** What results say that they are about, else `text`, else the longest member that reads like a text. */
function keyOfText({ data }: LabelStudioTask, results: readonly LabelStudioResult[]): string | undefined {
  for (const { source } of results) {
    const key = typeof source === 'string' ? source.replace(/^\$/, '') : '';
    if (Object.hasOwn(data, key) && typeof data[key] === 'string') return key;
  }
  if (typeof data.text === 'string') return 'text';
  const texts = Object.entries(data).filter(
    ([, value]) => typeof value === 'string' && /\s/.test(value.trim()),
  );
  const [longest] = texts.sort(([, a], [, b]) => String(b).length - String(a).length);
  return longest?.[0];
}

function isAddress(value: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:\/\/|\/data\/|data:)\S*$/i.test(value.trim());
}

/** By its results: those on HTML say by paths where they stand. A task without results, by how its text begins and ends. */
function isHtml(value: string, results: readonly LabelStudioResult[]): boolean {
  const placed = results.filter(({ value: place }) => place?.start !== undefined);
  if (placed.length > 0)
    return placed.some(({ value: place }) => typeof place?.start === 'string' && place.start.startsWith('/'));
  return /^\s*<(?:!doctype\b|[a-z][a-z0-9]*[\s/>])/i.test(value) && /<\/[a-z][a-z0-9]*>\s*$/i.test(value);
}

/**
 * Results on a plain text give offsets; what they say they read tells whether these are code points or, as in older versions, UTF-16 units.
 */
class PlainText {
  readonly #source: SourceText;
  readonly #isUtf16: boolean;

  constructor(text: string, results: readonly LabelStudioResult[]) {
    this.#source = new SourceText(text);
    const quoted = this.#source.isAstral
      ? results.filter(({ value }) => typeof value?.text === 'string')
      : [];
    const agreeing = (isUtf16: boolean) =>
      quoted.filter((result) => {
        const place = this.#place(result, isUtf16);
        return place !== undefined && readsLike(place.text, result.value?.text);
      }).length;
    this.#isUtf16 = agreeing(true) > agreeing(false);
  }

  placeOf(result: LabelStudioResult): Result<ResultPlace, string> {
    const place = this.#place(result, this.#isUtf16);
    if (place === undefined) return failure('it does not say by whole numbers where it starts and ends');
    const said = result.value?.text;
    return success(
      typeof said === 'string' && !readsLike(place.text, said) ? { ...place, text: said } : place,
    );
  }

  #place({ value }: LabelStudioResult, isUtf16: boolean): ResultPlace | undefined {
    const [start, end] = [wholeNumber(value?.start), wholeNumber(value?.end)];
    if (start === undefined || end === undefined) return undefined;
    const from = isUtf16 ? this.#source.fromUtf16(start) : start;
    const to = isUtf16 ? this.#source.fromUtf16(end) : end;
    return { start: from, end: to, text: this.#source.words(from, to) };
  }
}

function wholeNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d{1,10}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}
