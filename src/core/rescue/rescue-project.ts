import { articleStateOf } from '../formats/annotated-article.ts';
import { Sha256 } from '../formats/sha256.ts';
import { completeTag } from '../formats/tag-defaults.ts';
import { nameBeforeAside, snapshotNames } from '../journal/file-names.ts';
import type { Identifier } from '../model/identifier.ts';
import type { Project } from '../model/project.ts';
import { SpanIndex } from '../model/span-index.ts';
import { apply } from '../operations/apply.ts';
import type { LogEntry } from '../operations/log-entry.ts';
import { newProject } from '../operations/new-project.ts';
import { changesOf } from '../operations/operation.ts';
import type { ArticleState, ProjectState } from '../operations/project-state.ts';
import { readSnapshot, type SnapshotContents } from '../snapshot/snapshot-file.ts';
import { count } from '../text/number-words.ts';
import { entriesIn, type ProjectFile, scanSegments } from './journal-entries.ts';
import { salvageSnapshot } from './salvage-snapshot.ts';

/** A project as far as the files in its folder still tell it. */
export interface Rescue {
  readonly state: ProjectState;
  /** Up to this entry everything is there; 0 when that cannot be said of any. */
  readonly reached: number;
  /** The last entry that is known of. */
  readonly target: number;
  /** What it was made of: “snapshot 40”, “the journal”. */
  readonly base: string;
  /** What could not be had, a sentence each; none when all is there. */
  readonly losses: readonly string[];
}

/**
 * Makes a project of its journal and snapshots, whatever their state: of the newest snapshot that is whole and the entries after it, where that leads to the
 * end; else of what leads furthest, with all that damaged files and entries behind a gap still hold. Nothing is put on a text that does not read what it says.
 * @param now stands for times that are lost
 */
export function rescueProject(projectId: Identifier, all: readonly ProjectFile[], now: string): Rescue {
  const files = filesToUse(all);
  const snapshots = snapshotsIn(files);
  const whole = snapshots.filter(({ isWhole }) => isWhole);
  const entries = entriesIn(
    files,
    whole.map(({ seq }) => seq),
  );
  const target = Math.max(0, ...entries.keys(), ...snapshots.map(({ seq }) => seq));
  const empty: ProjectState = { project: newProject(projectId, now), articles: new Map() };
  let best: Attempt = { state: empty, reached: 0, base: 'the journal' };
  for (const { seq, bytes } of whole) {
    const state = stateOf(bytes);
    if (state === undefined) continue;
    const attempt = followed({ state, reached: seq, base: `snapshot ${seq}` }, entries);
    if (attempt.reached > best.reached) best = attempt;
    if (best.reached >= target) break;
  }
  if (best.reached < target) {
    const attempt = followed({ state: empty, reached: 0, base: 'the journal' }, entries);
    if (attempt.reached > best.reached) best = attempt;
  }
  if (best.reached >= target) return { ...best, target, losses: [] };
  return withRemains(best, target, snapshots, entries, now);
}

/**
 * The files that count: those that were set aside tell of a time before the project went on without them, and are taken up only where nothing else holds anything.
 */
function filesToUse(all: readonly ProjectFile[]): readonly ProjectFile[] {
  const inUse = all.filter(({ name }) => nameBeforeAside(name) === undefined);
  const holdsSomething =
    scanSegments(inUse).some(({ scanned }) => scanned.runs.length > 0) ||
    snapshotsIn(inUse).some(({ isWhole }) => isWhole);
  return holdsSomething ? inUse : all;
}

/** The rescue as a snapshot can be written of it. */
export function rescuedContents({ state, reached }: Rescue): SnapshotContents {
  const articles = [...state.articles.values()];
  return { seq: Math.max(1, reached), project: namingAll(state.project, articles), history: [], articles };
}

interface Attempt {
  readonly state: ProjectState;
  readonly reached: number;
  readonly base: string;
}

interface FoundSnapshot {
  readonly name: string;
  readonly seq: number;
  readonly bytes: Uint8Array;
  readonly isWhole: boolean;
}

/** Those in use and those set aside, newest first. */
function snapshotsIn(files: readonly ProjectFile[]): FoundSnapshot[] {
  return files
    .flatMap(({ name, bytes }) => {
      const [known] = snapshotNames([nameBeforeAside(name) ?? name]);
      if (known === undefined) return [];
      return [{ name, seq: known.seq, bytes, isWhole: Sha256.of(bytes) === known.sha256 }];
    })
    .sort((one, other) => other.seq - one.seq);
}

function stateOf(bytes: Uint8Array): ProjectState | undefined {
  try {
    const read = readSnapshot(bytes);
    if (!read.ok) return undefined;
    const { project, articles } = read.value;
    return {
      project,
      articles: new Map([...articles].map((article) => [article.record.id, articleStateOf(article)])),
    };
  } catch {
    return undefined;
  }
}

/** Makes the entries that follow, up to the first that is missing or does not fit. */
function followed(start: Attempt, entries: ReadonlyMap<number, LogEntry>): Attempt {
  let { state, reached } = start;
  for (;;) {
    const entry = entries.get(reached + 1);
    const applied = entry === undefined ? undefined : apply(state, entry.operation);
    if (applied?.ok !== true) return { ...start, state, reached };
    state = applied.value;
    reached += 1;
  }
}

function withRemains(
  best: Attempt,
  target: number,
  snapshots: readonly FoundSnapshot[],
  entries: ReadonlyMap<number, LogEntry>,
  now: string,
): Rescue {
  const losses: string[] = [];
  let { state, base } = best;
  let from = best.reached;
  const newer = snapshots.find(({ seq }) => seq > best.reached);
  if (newer !== undefined) {
    const salvaged = salvageSnapshot(newer.bytes, now);
    const { articles, damagedLines, lostArticles } = salvaged;
    if (articles.length > 0) {
      const found = articles.map((article) => [article.record.id, articleStateOf(article)] as const);
      state = {
        project: salvaged.project ?? state.project,
        articles: new Map([
          ...state.articles,
          ...found.map(([id, article]) => [id, joined(article, state)] as const),
        ]),
      };
      from = newer.seq;
      base = `what is left of snapshot ${newer.seq}`;
    }
    losses.push(
      `Snapshot ${newer.seq} is damaged: ${damagedLines} of its lines and ${lostArticles} of its articles cannot be read.`,
    );
  }
  let missing = 0;
  let unfit = 0;
  for (let seq = from + 1; seq <= target; seq++) {
    const entry = entries.get(seq);
    if (entry === undefined) missing += 1;
    for (const change of entry === undefined ? [] : changesOf(entry.operation)) {
      const applied = apply(state, change);
      if (applied.ok) state = applied.value;
      else unfit += 1;
    }
  }
  if (missing > 0) losses.push(`${missing} of the ${target} entries of the journal cannot be read.`);
  if (unfit > 0)
    losses.push(
      `${count(unfit, 'change')} ${unfit === 1 ? 'does' : 'do'} not fit what is left and could not be made.`,
    );
  return { state, reached: best.reached, target, base, losses };
}

/** The article with the annotations that it had in an earlier state too: which of them were taken away since cannot be told. */
function joined(article: ArticleState, { articles }: ProjectState): ArticleState {
  const earlier = articles.get(article.record.id);
  if (earlier === undefined || earlier.body.text !== article.body.text) return article;
  const more = earlier.spans.ordered.filter(({ id }) => !article.spans.has(id));
  return {
    ...article,
    spans: SpanIndex.of([...article.spans.ordered, ...more]),
    relations: new Map([...earlier.relations, ...article.relations]),
  };
}

/** The project with a name for every tag and annotator that its annotations have: what a damaged head no longer tells. */
function namingAll(project: Project, articles: readonly ArticleState[]): Project {
  const tags = new Set(project.tagSet.tags.map(({ id }) => id));
  const annotators = new Set(project.annotators.map(({ id }) => id));
  const newTags = new Set<Identifier>();
  const newAnnotators = new Set<Identifier>();
  for (const { spans } of articles) {
    for (const { tag, annotator } of spans.ordered) {
      if (!tags.has(tag)) newTags.add(tag);
      if (!annotators.has(annotator)) newAnnotators.add(annotator);
    }
  }
  if (newTags.size === 0 && newAnnotators.size === 0) return project;
  const more = [...newTags].map((id, place) => completeTag({ id, name: id }, place));
  return {
    ...project,
    tagSet: { ...project.tagSet, tags: [...project.tagSet.tags, ...more] },
    annotators: [...project.annotators, ...[...newAnnotators].map((id) => ({ id, name: id }))],
  };
}
