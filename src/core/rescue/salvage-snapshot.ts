import type { AnnotatedArticle } from '../formats/annotated-article.ts';
import { annotatedArticle } from '../formats/from-dataset.ts';
import { newReadingContext, readDatasetArticle } from '../formats/read-dataset-article.ts';
import { UnknownKeys } from '../formats/unknown-keys.ts';
import { type Project, projectSchema } from '../model/project.ts';

/** What is left of a damaged snapshot. */
export interface SalvagedSnapshot {
  /** Undefined when the line that holds it is damaged. */
  readonly project: Project | undefined;
  readonly articles: readonly AnnotatedArticle[];
  /** Lines that are no longer what they were, and annotations that no longer fit their text. */
  readonly damagedLines: number;
  /** Articles of which not even the text is left. */
  readonly lostArticles: number;
}

/** Where our own writer puts things: each on a line of its own, with so many spaces before it. */
const articleStart = '    {';
const articleEnd = /^ {4}\},?$/;
const listStart = /^ {6}"(blocks|spans|relations)": \[$/;
const member = /^ {6}("(?:[^"\\]|\\.)*"): (.*?),?$/;
const item = /^ {8}(\{.*\}),?$/;
const projectMember = /^ {2}"snapshot": (\{.*\}),$/;

/**
 * Reads a snapshot line by line, and leaves out what is damaged: one annotation, one block or one article at a time. Each annotation is held against the text that is there, so
 * that none stands on a wrong place. Never throws.
 * @param now stands for times that are lost
 */
export function salvageSnapshot(bytes: Uint8Array, now: string): SalvagedSnapshot {
  let project: Project | undefined;
  let damagedLines = 0;
  let lostArticles = 0;
  const articles: AnnotatedArticle[] = [];
  const context = newReadingContext(new UnknownKeys());
  let current: Record<string, unknown> | undefined;
  let list: unknown[] | undefined;

  const endArticle = () => {
    if (current === undefined) return;
    const { article, faults } = readDatasetArticle(current, articles.length, context);
    damagedLines += faults.length;
    if (article === undefined) lostArticles += 1;
    else articles.push(annotatedArticle(article, now));
    current = undefined;
    list = undefined;
  };

  for (const line of linesOf(bytes)) {
    const head = projectMember.exec(line)?.[1];
    if (head !== undefined) project = projectIn(head) ?? project;
    if (line === articleStart) {
      endArticle();
      current = {};
    } else if (current === undefined) {
      // What comes before the articles, or behind them.
    } else if (articleEnd.test(line)) {
      endArticle();
    } else if (/^ {6}\],?$/.test(line)) {
      list = undefined;
    } else if (listStart.test(line)) {
      list = [];
      current[listStart.exec(line)?.[1] ?? ''] = list;
    } else if (list !== undefined) {
      const value = parsed(item.exec(line)?.[1]);
      if (value === undefined) damagedLines += 1;
      else list.push(value);
    } else {
      const [, key, text] = member.exec(line) ?? [];
      const name = parsed(key);
      const value = parsed(text);
      if (typeof name !== 'string' || value === undefined) damagedLines += 1;
      else if (name !== '__proto__') current[name] = value;
    }
  }
  endArticle();
  return { project, articles, damagedLines, lostArticles };
}

function projectIn(head: string): Project | undefined {
  const value = parsed(head);
  const project =
    typeof value === 'object' && value !== null && 'project' in value ? value.project : undefined;
  const known = projectSchema.safeParse(project);
  return known.success ? known.data : undefined;
}

function parsed(json: string | undefined): unknown {
  try {
    return json === undefined ? undefined : JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Lines are decoded one at a time: a snapshot may be longer than the longest string. */
function* linesOf(bytes: Uint8Array): Generator<string> {
  const decoder = new TextDecoder();
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(0x0a, start);
    const end = found < 0 ? bytes.length : found;
    yield decoder.decode(bytes.subarray(start, end));
    start = end + 1;
  }
}
