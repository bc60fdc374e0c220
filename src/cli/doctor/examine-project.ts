import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Sha256 } from '../../core/formats/sha256.ts';
import {
  nameBeforeAside,
  reachName,
  reachSchema,
  segmentName,
  segmentNames,
  snapshotName,
  snapshotNames,
} from '../../core/journal/file-names.ts';
import { type LinkedRun, linkRuns } from '../../core/journal/link-runs.ts';
import type { ProjectState } from '../../core/operations/project-state.ts';
import { type ScannedSegmentFile, scanSegments } from '../../core/rescue/journal-entries.ts';
import { type Rescue, rescuedContents, rescueProject } from '../../core/rescue/rescue-project.ts';
import { readSnapshot, snapshotBytes } from '../../core/snapshot/snapshot-file.ts';
import { checkSpan } from '../../core/text/anchor.ts';
import { count } from '../../core/text/number-words.ts';
import { writeOutput } from '../write-output.ts';
import { type Finding, fault, type Mend, note } from './finding.ts';
import { copyAside, moveAside } from './keep-aside.ts';
import { namesIn, readFiles } from './read-folder.ts';

/** A project's folder, looked through. */
export interface ExaminedProject {
  readonly id: string;
  readonly findings: readonly Finding[];
  /** What its files come to. */
  readonly rescue: Rescue;
}

/** Reads a project's journal and snapshots, and makes the project of them. Changes nothing. @throws a failure to list the folder */
export async function examineProject(
  folder: string,
  id: string,
  shownAs: string,
  now: Date,
): Promise<ExaminedProject> {
  const subject = (name: string) => (shownAs === '' ? name : `${shownAs}/${name}`);
  const names = await namesIn(folder);
  const read = await readFiles(folder, names.filter(isOfJournal), subject);
  const { files } = read;
  const findings: Finding[] = [...read.findings];
  const wholeSnapshots: number[] = [];
  for (const { name, seq, sha256 } of snapshotNames(files.map((file) => file.name))) {
    const bytes = files.find((file) => file.name === name)?.bytes ?? new Uint8Array();
    const why = snapshotFault(bytes, sha256);
    if (why === undefined) wholeSnapshots.push(seq);
    else findings.push(fault(subject(name), why, asideMend(join(folder, name), now)));
  }
  const segments = scanSegments(files);
  const linked = linkRuns(segments, wholeSnapshots);
  for (const [index, segment] of segments.entries()) {
    const runs = linked.filter(({ file }) => file === segment);
    const isLast = index === segments.length - 1;
    findings.push(...segmentFindings(folder, subject(segment.name), segment, runs, isLast, now));
  }
  for (const name of names) {
    if (nameBeforeAside(name) !== undefined)
      findings.push(note(subject(name), 'it was set aside when it was found damaged, and is kept'));
  }
  const rescue = rescueProject(id, files, now.toISOString());
  findings.push(...(await reachFindings(folder, subject(reachName), rescue.target)));
  findings.push(...projectFindings(folder, shownAs === '' ? id : shownAs, rescue));
  return { id, findings, rescue };
}

/** What the journal once had and nothing holds any more. */
async function reachFindings(folder: string, subject: string, target: number): Promise<Finding[]> {
  const text = await readFile(join(folder, reachName), 'utf8').catch(() => '{}');
  const reach = reachSchema.safeParse(parsed(text));
  if (!reach.success || reach.data.lastSeq <= target) return [];
  const words = `the journal once reached entry ${reach.data.lastSeq}, and what is here ends at ${target}: its newest file is gone`;
  return [fault(subject, `${words}; the working store may still have what was in it`)];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isOfJournal(name: string): boolean {
  const known = nameBeforeAside(name) ?? name;
  return segmentNames([known]).length > 0 || snapshotNames([known]).length > 0;
}

function snapshotFault(bytes: Uint8Array, sha256: string): string | undefined {
  if (Sha256.of(bytes) !== sha256) return 'the snapshot is damaged: its content does not match its checksum';
  const read = readSnapshot(bytes);
  return read.ok ? undefined : `the snapshot cannot be used: ${read.reason}`;
}

function asideMend(path: string, now: Date): Mend {
  return {
    words: 'set it aside; older snapshots and the journal stand in for it',
    run: () => moveAside(path, now),
  };
}

function segmentFindings(
  folder: string,
  subject: string,
  segment: ScannedSegmentFile,
  runs: readonly LinkedRun[],
  isLast: boolean,
  now: Date,
): Finding[] {
  const { state } = segment.scanned;
  const found = runs.reduce((sum, run) => sum + run.entries.length, 0);
  if (state === 'sound' || state === 'unended') return [];
  if (state === 'torn' && isLast) {
    return [
      note(subject, 'it ends in the beginning of a line, as a kill leaves it; the next start cuts that off'),
    ];
  }
  const words = `a part of it is damaged; ${count(found, 'entry', 'entries')} in it can be used`;
  return [
    fault(subject, words, {
      words: 'keep a copy of it, and leave in it what can be used',
      run: () => mendSegment(folder, segment, runs, now),
    }),
  ];
}

/** Writes each stretch of whole entries into a file of its own; until the last is written the damaged file is still there, and a copy of it stays. */
async function mendSegment(
  folder: string,
  { name, bytes }: ScannedSegmentFile,
  runs: readonly LinkedRun[],
  now: Date,
): Promise<void> {
  const path = join(folder, name);
  if (runs.length === 0) {
    await moveAside(path, now);
    return;
  }
  await copyAside(path, now);
  const taken = new Set(await namesIn(folder));
  for (const [index, { entries }] of [...runs.entries()].reverse()) {
    const first = entries[0]?.seq ?? 0;
    let target = name;
    if (index > 0) for (let n = 0; taken.has(target); n++) target = segmentName(first, n);
    taken.add(target);
    const lines = entries.map(({ start, end }) => lineAround(bytes, start, end));
    await writeOutput(join(folder, target), piecesOf(lines));
  }
}

/** The line whose JSON stands there, its line end included. */
function lineAround(bytes: Uint8Array, start: number, end: number): Uint8Array {
  const line = new Uint8Array(end + 1 - (bytes.lastIndexOf(0x0a, start) + 1));
  line.set(bytes.subarray(bytes.lastIndexOf(0x0a, start) + 1, end));
  line[line.length - 1] = 0x0a;
  return line;
}

async function* piecesOf(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

function projectFindings(folder: string, subject: string, rescue: Rescue): Finding[] {
  const { state, target, base, losses } = rescue;
  const holds = `“${state.project.name}”: ${holdings(state)}, ${count(target, 'entry', 'entries')}, from ${base}`;
  const findings: Finding[] = [note(subject, holds)];
  const misfits = misfitsIn(state);
  if (misfits > 0) {
    const words = `${count(misfits, 'annotation')} of it ${misfits === 1 ? 'does' : 'do'} not read what the text reads there`;
    findings.push(note(subject, `${words}; “Check and repair project” in the app shows and moves them`));
  }
  if (losses.length === 0) return findings;
  const words =
    'keep what can be had as a new snapshot, which the next start takes where the working store has no more';
  const run = async () => {
    const pieces: Uint8Array[] = [];
    for await (const piece of snapshotBytes({ ...rescuedContents(rescue), seq: target })) pieces.push(piece);
    const whole = Buffer.concat(pieces);
    await writeOutput(join(folder, snapshotName(target, Sha256.of(whole))), piecesOf([whole]));
  };
  findings.push(fault(subject, losses.map((loss) => loss.replace(/\.$/, '')).join('; '), { words, run }));
  return findings;
}

/** What a project holds, in words. */
export function holdings({ articles }: ProjectState): string {
  const spans = [...articles.values()].reduce((sum, article) => sum + article.spans.size, 0);
  return `${count(articles.size, 'article')}, ${count(spans, 'annotation')}`;
}

function misfitsIn({ articles }: ProjectState): number {
  let misfits = 0;
  for (const { body, spans } of articles.values()) {
    for (const span of spans.ordered) if (checkSpan(body.text, span).status !== 'anchored') misfits += 1;
  }
  return misfits;
}
